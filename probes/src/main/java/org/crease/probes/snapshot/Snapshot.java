package org.crease.probes.snapshot;

import java.util.List;

/**
 * A network at one step, as probes see it. Its arrays belong to it, are detached from any workspace, in 'c' order, and
 * must not be changed.
 *
 * @param step number of parameter updates done
 * @param probeSet the inputs
 * @param layers in topological order; every layer comes after the layers that it takes its input from
 */
public record Snapshot(long step, ProbeSet probeSet, List<LayerSnapshot> layers) {

    public Snapshot {
        layers = List.copyOf(layers);
    }
}
