package org.crease.probes.overlap;

import java.util.BitSet;
import org.crease.homology.VietorisRips;
import org.crease.probes.Cost;

/**
 * What an examination takes at most, from shapes alone: every input in a region of its own. Then each layer asks n (n - 1)
 * questions of about (units + constraints) × features operations. Where the narrowest layer so far, half of it active, leaves a
 * kernel of dimension two or more, up to a fifth of the questions became linear programs in the networks measured, 0.13 ms each
 * for 20 features and 55 constraints; a tenth is reckoned with.
 */
final class OverlapWorkload {
    private static final double OPERATIONS_A_SECOND = 5e8;
    private static final double SHARE_OF_PROGRAMS = 0.1;
    private static final double CELLS_A_SECOND = 3e7; // of a linear program's table
    private static final double SINGULAR_VALUES = 10; // operations for each element and column

    private final PiecewiseNetwork network;
    private final BitSet needed;
    private final int findings;
    private final int inputs;
    private final boolean wholeRegions;

    private double operations;
    private double programs;
    private double cells;
    private double numbers;

    OverlapWorkload(PiecewiseNetwork network, BitSet selected, int inputs, boolean wholeRegions) {
        this.network = network;
        this.inputs = inputs;
        this.wholeRegions = wholeRegions;
        needed = network.needed(selected);
        findings = selected.cardinality();
        addLayers();
    }

    private void addLayers() {
        double constraints = 0;
        double narrowest = network.features();
        numbers = 3.0 * inputs * network.features();
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            PiecewiseLayer layer = network.layers().get(i);
            PreActivation map = layer.map();
            constraints += (layer.switches() ? layer.units() : 0) + (map == null ? 0 : map.constraints());
            narrowest = Math.min(narrowest, layer.switches() ? layer.units() / 2.0 : layer.units());
            addMaps(layer, constraints);
            operations += pairs() * (3.0 * layer.units() + constraints) * network.features();
            if (narrowest <= network.features() - 2) {
                addPrograms(SHARE_OF_PROGRAMS * pairs(), constraints, network.features());
            }
            if (wholeRegions) {
                addPrograms(pairs() / 2, 2 * constraints, 2.0 * network.features());
            }
        }
    }

    private void addMaps(PiecewiseLayer layer, double constraints) {
        double features = network.features();
        double larger = Math.max(layer.units(), features);
        PreActivation map = layer.map();
        double work = map == null ? 0 : map.work();
        operations += inputs * (work * (features + 1) + SINGULAR_VALUES * features * features * larger);
        numbers += inputs * ((2 * layer.units() + larger + features) * features + constraints * (2 * features + 1));
    }

    private void addPrograms(double count, double constraints, double variables) {
        programs += count;
        cells += count * constraints * (constraints + variables);
    }

    private double pairs() {
        return (double) inputs * Math.max(0, inputs - 1);
    }

    int inputs() {
        return inputs;
    }

    /** Rows of the largest map that regions have. */
    int mostUnits() {
        return needed.stream()
                .map(layer -> network.layers().get(layer).units())
                .max()
                .orElse(0);
    }

    /** Columns of all maps. */
    int features() {
        return network.features();
    }

    /** How often it is asked whether a value is in an image, at most. */
    long questions() {
        return (long) (needed.cardinality() * pairs());
    }

    /** How many linear programs that takes, roughly. */
    long programs() {
        return Math.round(programs);
    }

    Cost cost(VietorisRips engine) {
        double seconds = operations / OPERATIONS_A_SECOND + cells / CELLS_A_SECOND;
        long matrices = 4L * Float.BYTES * inputs * inputs;
        return new Cost(
                seconds + (1 + 3 * findings) * engine.seconds(inputs),
                (long) (Double.BYTES * numbers) + matrices + engine.bytes(inputs));
    }
}
