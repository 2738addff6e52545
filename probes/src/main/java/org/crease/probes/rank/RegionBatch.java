package org.crease.probes.rank;

import java.util.BitSet;

/**
 * Linear regions whose maps are asked for: of region r behind link l the map is D_l W_l ... D_1 W_1, with D_l the slopes of
 * the link's units, which are 1 for active ones and the same number for all others. Nothing in it may be changed.
 *
 * @param inactive slope of an inactive unit, by link
 * @param patterns active units by region and link
 * @param asked by region, the links behind which the map is asked for; one at least
 * @param factors of the tolerance sweep
 */
public record RegionBatch(
        DenseChain chain,
        double[] inactive,
        BitSet[][] patterns,
        BitSet[] asked,
        Tolerance tolerance,
        double[] factors) {
    private static final double ALIVE = 0.5;

    /** Number of regions. */
    public int size() {
        return patterns.length;
    }

    /** The units of a link that have a slope other than zero in a region. */
    public BitSet alive(int region, int link) {
        if (inactive[link] == 0) {
            return patterns[region][link];
        }
        BitSet all = new BitSet();
        all.set(0, chain.links().get(link).units());
        return all;
    }

    /** About how many multiplications the products, Gram matrices and proofs take, half of the units that can die dead. */
    public double operations() {
        double operations = 0;
        double features = chain.features();
        for (BitSet links : asked) {
            double inputs = 0;
            for (int link = 0; link < links.length(); link++) {
                double units = (inactive[link] == 0 ? ALIVE : 1)
                        * chain.links().get(link).units();
                operations += units * inputs * features;
                inputs = units;
                if (links.get(link)) {
                    double smaller = Math.min(units, features);
                    operations += units * features * smaller / 2 + smaller * smaller * smaller / 6;
                }
            }
        }
        return operations;
    }
}
