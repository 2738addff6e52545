package org.crease.probes.topology;

import org.crease.probes.Probe;
import org.crease.probes.ProbeProvider;

/** Makes {@code topology} probes. */
public final class TopologyProvider implements ProbeProvider<TopologySettings> {

    @Override
    public String name() {
        return "topology";
    }

    @Override
    public String description() {
        return "Components and loops of each layer's activations, by persistent homology";
    }

    @Override
    public Class<TopologySettings> settings() {
        return TopologySettings.class;
    }

    @Override
    public Probe create(String name, TopologySettings settings, long seed) {
        return new TopologyProbe(name, settings, seed);
    }
}
