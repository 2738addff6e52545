package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NearPairsProperties {

    /** Points on a coarse lattice: many at equal distances, some at none. */
    private static PointCloud lattice(int size, int dimension, long seed) {
        Random random = new Random(seed);
        float[] coordinates = new float[size * dimension];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = random.nextInt(9) / 4f;
        }
        return PointCloud.of(coordinates, size, dimension);
    }

    @Property(tries = 200)
    void pairsWithinAScaleAreThoseOfAllPairs(
            @ForAll long seed,
            @ForAll @IntRange(max = 200) int size,
            @ForAll @IntRange(min = 1, max = 5) int dimension,
            @ForAll @IntRange(max = 8) int quarters)
            throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(lattice(size, dimension, seed));
        double scale = quarters / 4.0;
        SparseDistances near = SparseDistances.within(space, scale);
        int pairs = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                float distance = space.distance(i, j);
                boolean isNear = distance <= scale;
                assertThat(near.distance(i, j)).isEqualTo(isNear ? distance : Float.POSITIVE_INFINITY);
                pairs += isNear ? 1 : 0;
            }
        }
        assertThat(near.pairs()).isEqualTo(pairs);
    }

    @Test
    void morePairsThanAskedForAreNone() throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(lattice(100, 2, 1));
        int pairs = SparseDistances.within(space, 0.5).pairs();
        assertThat(SparseDistances.ifFewWithin(space, 0.5, pairs)).isPresent();
        assertThat(SparseDistances.ifFewWithin(space, 0.5, pairs - 1)).isEmpty();
        assertThat(SparseDistances.ifFewWithin(DistanceMatrix.of(space), 0.5, pairs))
                .isEmpty();
    }
}
