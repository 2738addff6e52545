package org.crease.probes.partition;

import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;
import org.jspecify.annotations.Nullable;

/** Makes partition probes. */
public final class PartitionProvider implements ProbeProvider<PartitionSettings> {
    private static final int POINTS = 3;

    @Override
    public String name() {
        return "partition";
    }

    @Override
    public String description() {
        return "The exact linear regions of a window of the plane, or of a plane through input space, with their ranks";
    }

    @Override
    public Class<PartitionSettings> settings() {
        return PartitionSettings.class;
    }

    /**
     * A partition probe.
     *
     * @throws IllegalArgumentException when the list of layers is empty, the window has no area, or a slice has not three
     *     points
     */
    @Override
    public Probe create(String name, PartitionSettings settings, long seed) {
        if (settings.layers().isEmpty()) {
            throw new IllegalArgumentException("layers is empty; expected at least one name or pattern");
        }
        PlaneChoice.window(settings.window());
        if (settings.slice() != null && count(settings.slice()) != POINTS) {
            throw new IllegalArgumentException("slice has " + count(settings.slice()) + " points; expected " + POINTS);
        }
        return new PartitionProbe(name, settings);
    }

    private static int count(@Nullable SliceSettings slice) {
        return slice instanceof SliceSettings.Inputs inputs
                ? inputs.ids().size()
                : slice instanceof SliceSettings.Points points ? points.at().size() : 0;
    }
}
