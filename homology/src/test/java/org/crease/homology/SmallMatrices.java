package org.crease.homology;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.crease.homology.metric.DistanceMatrix;

/** Properties of distances of up to nine points, without any triangle inequality, small enough for brute force. */
abstract class SmallMatrices {

    /** Full of ties, zeros and missing pairs. */
    @Provide
    Arbitrary<DistanceMatrix> tiedMatrices() {
        return of(Arbitraries.of(0f, 1f, 2f, 3f, 4f, 5f, 6f, 7f, Float.POSITIVE_INFINITY));
    }

    /** Few lengths, and mostly short ones or none: spheres of all dimensions come and go. */
    @Provide
    Arbitrary<DistanceMatrix> graphs() {
        return of(Arbitraries.of(1f, 1f, 1f, 2f, 3f, Float.POSITIVE_INFINITY));
    }

    @Provide
    Arbitrary<DistanceMatrix> genericMatrices() {
        return of(Arbitraries.floats().between(0, 1));
    }

    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(2, 3, 5);
    }

    private static Arbitrary<DistanceMatrix> of(Arbitrary<Float> distances) {
        return Arbitraries.integers()
                .between(0, 9)
                .flatMap(n -> distances.array(float[].class).ofSize(Math.max(0, n * (n - 1) / 2)))
                .map(DistanceMatrix::ofLower);
    }
}
