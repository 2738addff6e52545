package org.crease.homology.metric;

/** A distance of your own between points given by their numbers. */
@FunctionalInterface
public interface PairDistance {

    /**
     * The distance of two different points: zero, positive, or infinite for two that are never joined; the same whenever
     * asked, from any thread. Asked with {@code i} &gt; {@code j} only, so it is symmetric by itself.
     */
    double between(int i, int j);
}
