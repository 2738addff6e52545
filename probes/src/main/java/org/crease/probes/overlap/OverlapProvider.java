package org.crease.probes.overlap;

import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;

/** Makes overlap probes. */
public final class OverlapProvider implements ProbeProvider<OverlapSettings> {

    @Override
    public String name() {
        return "overlap";
    }

    @Override
    public String description() {
        return "What each layer glues, by lost rank or by overlapping images of regions, and how that explains its Betti numbers";
    }

    @Override
    public Class<OverlapSettings> settings() {
        return OverlapSettings.class;
    }

    /**
     * An overlap probe.
     *
     * @throws IllegalArgumentException when the list of layers is empty
     */
    @Override
    public Probe create(String name, OverlapSettings settings, long seed) {
        if (settings.layers().isEmpty()) {
            throw new IllegalArgumentException("layers is empty; expected at least one name or pattern");
        }
        return new OverlapProbe(name, settings, seed);
    }
}
