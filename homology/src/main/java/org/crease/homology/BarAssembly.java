package org.crease.homology;

import org.crease.homology.representative.Bar;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;
import org.jspecify.annotations.Nullable;

/** Puts bars of one dimension together, from 1, simplices being given by {@linkplain SimplexIndex index}. */
final class BarAssembly {
    private final int dimension;
    private final SimplexIndex index;
    private final PrimeField field;

    BarAssembly(int dimension, SimplexIndex index, PrimeField field) {
        this.dimension = dimension;
        this.index = index;
        this.field = field;
    }

    Chain chain(Terms terms) {
        return terms.chain(dimension, index, field);
    }

    Bar finite(long birth, int born, long death, int died, Chain cocycle, Chain cycle, CycleReduction cycles) {
        return new Bar(
                dimension,
                Float.intBitsToFloat(born),
                Float.intBitsToFloat(died),
                simplex(birth, dimension + 1),
                simplex(death, dimension + 2),
                cocycle,
                cycle,
                cycles.filling(cycle));
    }

    /** A bar that does not die; its cycle closes what the birth simplex bounds one dimension below. */
    Bar infinite(long birth, int born, Chain cocycle, @Nullable CycleReduction below, ComponentBars components)
            throws InterruptedException {
        Simplex simplex = simplex(birth, dimension + 1);
        Chain cycle = below == null ? loop(simplex, components.cycle()) : below.closed(birth);
        float scale = Float.intBitsToFloat(born);
        return new Bar(dimension, scale, Float.POSITIVE_INFINITY, simplex, null, cocycle, cycle, null);
    }

    private static Chain loop(Simplex edge, ForestCycle loop) {
        loop.add(1, edge.point(0), edge.point(1));
        return loop.close();
    }

    private Simplex simplex(long simplex, int points) {
        int[] decoded = new int[points];
        index.points(simplex, points, decoded);
        return Simplex.of(decoded);
    }
}
