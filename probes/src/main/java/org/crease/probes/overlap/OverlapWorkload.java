package org.crease.probes.overlap;

import java.util.BitSet;
import org.crease.homology.VietorisRips;
import org.crease.probes.Cost;

/**
 * What an examination takes at most, from shapes alone: every input in a region of its own. Then each layer asks n (n - 1)
 * questions of (units × features) operations, and with more features than two each may become a linear program; of the
 * networks measured one in a hundred did.
 */
final class OverlapWorkload {
    private static final double OPERATIONS_A_SECOND = 5e8;
    private static final double SHARE_OF_PROGRAMS = 0.01;
    private static final double CELLS_A_SECOND = 2e7; // of a linear program's table

    private final PiecewiseNetwork network;
    private final BitSet selected;
    private final int inputs;

    OverlapWorkload(PiecewiseNetwork network, BitSet selected, int inputs) {
        this.network = network;
        this.selected = selected;
        this.inputs = inputs;
    }

    int inputs() {
        return inputs;
    }

    /** Questions of all layers; with three features or more, also the most linear programs there can be. */
    long questions() {
        return (long) network.needed(selected).cardinality() * inputs * Math.max(0, inputs - 1);
    }

    Cost cost(VietorisRips engine) {
        BitSet needed = network.needed(selected);
        double features = network.features();
        double operations = 0;
        double programs = 0;
        double numbers = 3 * inputs * features;
        double pairs = (double) inputs * Math.max(0, inputs - 1);
        double faces = 0;
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            PiecewiseLayer layer = network.layers().get(i);
            PreActivation map = layer.map();
            faces += layer.switches() ? layer.units() : 0;
            double work = map == null ? 0 : map.work();
            operations +=
                    inputs * (work * (features + 1) + 10 * features * features * Math.max(layer.units(), features));
            operations += pairs * (3.0 * layer.units() + faces) * features;
            programs += features > 2 ? SHARE_OF_PROGRAMS * pairs * faces * (faces + features) / CELLS_A_SECOND : 0;
            double larger = Math.max(layer.units(), features);
            numbers += inputs
                    * (2.0 * layer.units() * features
                            + larger * features
                            + features * features
                            + faces * (2 * features + 1));
        }
        int diagrams = 1 + 3 * selected.cardinality();
        double seconds = operations / OPERATIONS_A_SECOND + programs + diagrams * engine.seconds(inputs);
        long matrices = 4L * Float.BYTES * inputs * inputs;
        return new Cost(seconds, (long) (Double.BYTES * numbers) + matrices + engine.bytes(inputs));
    }
}
