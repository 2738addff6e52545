package org.crease.probes.rank;

import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;

/** Makes rank probes. */
public final class RankProvider implements ProbeProvider<RankSettings> {

    @Override
    public String name() {
        return "rank";
    }

    @Override
    public String description() {
        return "Linear regions of the probe inputs and the rank of the network's affine map on each, layer by layer";
    }

    @Override
    public Class<RankSettings> settings() {
        return RankSettings.class;
    }

    /**
     * A rank probe.
     *
     * @throws IllegalArgumentException when the list of layers is empty
     */
    @Override
    public Probe create(String name, RankSettings settings, long seed) {
        if (settings.layers().isEmpty()) {
            throw new IllegalArgumentException("layers is empty; expected at least one name or pattern");
        }
        return new RankProbe(name, settings, seed);
    }
}
