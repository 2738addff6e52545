package org.crease.gpu.rips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.kernel.DistanceKernel;
import org.crease.homology.kernel.Kernel;
import org.crease.homology.kernel.KernelProvider;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.Team;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What distances from a device must be: the processor's. */
abstract class DistanceContract {
    /** The device to be tested. */
    abstract SharedDevice device();

    @ParameterizedTest
    @CsvSource({"1,3", "2,1", "3,0", "63,16", "64,17", "65,15", "129,3", "300,130"})
    void distancesHaveTheProcessorsBits(int size, int dimension) throws InterruptedException {
        PointCloud cloud = cloud(size, dimension, 0);
        for (Metric metric : new Metric[] {Metric.euclidean(), Metric.squaredEuclidean(), Metric.cosine()}) {
            FiniteMetricSpace space = metric.on(cloud);
            DistanceMatrix expected = DistanceMatrix.of(space);
            DistanceMatrix actual = DistanceMatrix.of(space, Team.ofOne(), only(new DeviceDistances(device(), true)));
            for (int k = 0; k < expected.pairs(); k++) {
                assertThat(actual.entry(k)).as("pair %s", k).isEqualTo(expected.entry(k));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2,1", "65,15", "200,130"})
    void withoutDoublePrecisionTheyAreWithinTheStatedBound(int size, int dimension) throws InterruptedException {
        PointCloud cloud = cloud(size, dimension, 1e-12f);
        for (Metric metric : new Metric[] {Metric.euclidean(), Metric.squaredEuclidean(), Metric.cosine()}) {
            FiniteMetricSpace space = metric.on(cloud);
            DistanceMatrix expected = DistanceMatrix.of(space);
            DistanceMatrix actual = DistanceMatrix.of(space, Team.ofOne(), only(new DeviceDistances(device(), false)));
            for (int k = 0; k < expected.pairs(); k++) {
                float distance = expected.entry(k);
                assertThat(Math.abs((double) actual.entry(k) - distance))
                        .as("pair %s, %s against %s", k, actual.entry(k), distance)
                        .isLessThanOrEqualTo(Math.ulp(distance) + 1e-13 * Math.sqrt(distance) + 1e-26);
            }
        }
    }

    /** Points of which some are equal, some zero, and some differ in the last digits, or by about the least, alone. */
    private static PointCloud cloud(int size, int dimension, float least) {
        SplittableRandom random = new SplittableRandom(7L * size + dimension);
        float[] coordinates = new float[size * dimension];
        for (int k = 0; k < coordinates.length; k++) {
            int point = k / dimension;
            coordinates[k] = point % 11 == 5 ? 0 : (float) random.nextGaussian();
            if (point % 7 == 3 && point > 0) {
                coordinates[k] = coordinates[k - dimension];
            } else if (point % 7 == 4) {
                coordinates[k] = Math.nextUp(coordinates[k - dimension] + least);
            }
        }
        return PointCloud.of(coordinates, size, dimension);
    }

    private static Kernels only(DistanceKernel kernel) {
        return Kernels.of(new KernelProvider() {
            @Override
            public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
                return Optional.of(kind.cast(kernel));
            }
        });
    }
}
