package org.crease.homology.metric;

import java.util.Objects;

/**
 * Finitely many points and the distances between them.
 *
 * <p>An implementation answers the same bits every time, from any thread. Distances are symmetric, zero from a point to
 * itself, never negative and never NaN; they may be infinite, which says that two points are never joined. The triangle
 * inequality is not asked for: persistent homology does not need it.
 */
public interface FiniteMetricSpace {

    /**
     * A space of this many points whose distances a function computes. Those that are negative, NaN, or finite but beyond
     * float32 are refused with their place when they are asked for.
     *
     * @throws IllegalArgumentException when the size is negative
     */
    static FiniteMetricSpace of(int size, PairDistance distance) {
        return new ComputedSpace(size, distance);
    }

    /** Number of points. */
    int size();

    /** The distance between points {@code i} and {@code j}, each from 0 to {@link #size()} - 1. */
    float distance(int i, int j);

    /**
     * A view of some of the points.
     *
     * @param indices the points, in the order in which the view has them; copied
     * @throws IndexOutOfBoundsException when one of them is no point of this space
     */
    default FiniteMetricSpace subspace(int... indices) {
        int[] kept = indices.clone();
        for (int index : kept) {
            Objects.checkIndex(index, size());
        }
        FiniteMetricSpace whole = this;
        return new FiniteMetricSpace() {
            @Override
            public int size() {
                return kept.length;
            }

            @Override
            public float distance(int i, int j) {
                return whole.distance(kept[i], kept[j]);
            }
        };
    }
}
