package org.crease.homology.metric;

import java.util.Objects;

/**
 * A space with one point more, the apex, at distance 0 from the points of a subset and at infinite distance from all others.
 * Its Vietoris-Rips complex at any scale is that of the space with a cone over that of the subset, whose reduced homology is
 * the homology of the space relative to the subset (A. Hatcher, <i>Algebraic Topology</i>, section 2.1).
 */
public final class Cone {
    private Cone() {}

    /**
     * The cone over some points of a space; the apex comes last. Of {@link SparseDistances} and of a {@link WeightedSpace} it is
     * one again: the apex is born at 0 and joined to each point of the subset at its birth.
     *
     * @param subset the points; one given twice is there once
     * @throws IndexOutOfBoundsException when one is no point of the space
     */
    public static FiniteMetricSpace over(FiniteMetricSpace space, int... subset) {
        boolean[] chosen = new boolean[space.size()];
        for (int point : subset) {
            chosen[Objects.checkIndex(point, chosen.length)] = true;
        }
        if (space instanceof SparseDistances sparse) {
            return over(sparse, chosen);
        }
        return space instanceof WeightedSpace weighted
                ? new WeightedCone(weighted, chosen)
                : new PlainCone(space, chosen);
    }

    private static SparseDistances over(SparseDistances space, boolean[] chosen) {
        int apex = space.size();
        SparseDistances.Builder pairs = new SparseDistances.Builder(apex + 1);
        for (int i = 0; i < apex; i++) {
            for (int k = 0; k < space.degree(i) && space.neighbour(i, k) < i; k++) {
                pairs.add(i, space.neighbour(i, k), space.distanceToNeighbour(i, k));
            }
            if (chosen[i]) {
                pairs.add(apex, i, 0);
            }
        }
        return pairs.build();
    }

    /** Where all points are there from the start. */
    private static class PlainCone implements MeasuredCloud {
        private final FiniteMetricSpace base;
        private final boolean[] chosen;

        PlainCone(FiniteMetricSpace base, boolean[] chosen) {
            this.base = base;
            this.chosen = chosen;
        }

        @Override
        public int size() {
            return chosen.length + 1;
        }

        @Override
        public float distance(int i, int j) {
            int high = Math.max(i, j);
            if (i == j) {
                return 0;
            } else if (high < chosen.length) {
                return base.distance(i, j);
            }
            int point = Math.min(i, j);
            return chosen[point] ? toApex(point) : Float.POSITIVE_INFINITY;
        }

        float toApex(int point) {
            return 0;
        }

        @Override
        public void fill(float[] lower, Team team) throws InterruptedException {
            DistanceMatrix distances = DistanceMatrix.of(base, team);
            int next = 0;
            for (int i = 1; i < chosen.length; i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted while taking over the distances of point " + i);
                }
                for (int j = 0; j < i; j++, next++) {
                    lower[next] = distances.entry(next);
                }
            }
            for (int point = 0; point < chosen.length; point++) {
                lower[next + point] = distance(point, chosen.length);
            }
        }
    }

    /** Where points are born in time. */
    private static final class WeightedCone extends PlainCone implements WeightedSpace {
        private final WeightedSpace base;

        WeightedCone(WeightedSpace base, boolean[] chosen) {
            super(base, chosen);
            this.base = base;
        }

        @Override
        public float birth(int point) {
            return point < base.size() ? base.birth(point) : 0;
        }

        @Override
        float toApex(int point) {
            return base.birth(point);
        }

        @Override
        public WeightedSpace subspace(int... indices) {
            return WeightedSpace.super.subspace(indices);
        }
    }
}
