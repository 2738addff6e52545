package org.crease.runlog.compare;

import java.util.List;

/**
 * Something that only some of the runs have, so that it is left out.
 *
 * @param kind {@code checkpoint}, {@code layer} or {@code measure}
 * @param name of it: a step or epoch, a layer, a probe and its measure
 * @param runs names of the runs that have it
 */
public record Unmatched(String kind, String name, List<String> runs) {

    public Unmatched {
        runs = List.copyOf(runs);
    }
}
