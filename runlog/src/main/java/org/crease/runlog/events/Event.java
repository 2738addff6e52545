package org.crease.runlog.events;

import java.util.List;
import org.crease.probes.Array;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was read.
 *
 * @param wallTime seconds since 1970
 * @param step number of parameter updates done
 * @param fileVersion of the file's first event, else null
 * @param sessionStart whether readers are to forget earlier events from this step on
 * @param values what was logged
 */
public record Event(
        double wallTime, long step, @Nullable String fileVersion, boolean sessionStart, List<Value> values) {

    /**
     * A logged value.
     *
     * @param tag its name
     * @param plugin that shows it: {@code scalars}, {@code histograms}, ...; empty when the file does not say
     * @param numbers of a scalar (shape []), a histogram (shape [buckets, 3]: left edge, right edge, count) or another tensor,
     *     as float32 or float64; null when there are none
     * @param strings of a string tensor
     */
    public record Value(String tag, String plugin, @Nullable Array numbers, List<byte[]> strings) {}
}
