package org.crease.gpu.rips;

import java.util.Optional;
import java.util.SplittableRandom;
import org.crease.homology.kernel.Kernel;
import org.crease.homology.kernel.KernelProvider;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.kernel.MeasuredPoints;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.MeasuredCloud;
import org.crease.homology.metric.PointCloud;

/** What tests of devices are given: clouds of several kinds, and kernels of one device. */
final class Clouds {
    private Clouds() {}

    /** A kind of cloud. */
    enum Kind {
        /** Standard normal coordinates. */
        NORMAL {
            @Override
            float[] point(SplittableRandom random, int dimension) {
                return coordinates(dimension, () -> (float) random.nextGaussian());
            }
        },
        /** Small whole numbers: many distances are equal, many points too. */
        WHOLE {
            @Override
            float[] point(SplittableRandom random, int dimension) {
                return coordinates(dimension, () -> random.nextInt(4));
            }
        },
        /** A circle behind a layer of rectified units. */
        CIRCLE {
            @Override
            float[] point(SplittableRandom random, int dimension) {
                double angle = random.nextDouble(2 * Math.PI);
                return rectified(dimension, Math.cos(angle), Math.sin(angle), 0, 0);
            }
        },
        /** A torus behind a layer of rectified units. */
        TORUS {
            @Override
            float[] point(SplittableRandom random, int dimension) {
                double one = random.nextDouble(2 * Math.PI);
                double other = random.nextDouble(2 * Math.PI);
                return rectified(dimension, Math.cos(one), Math.sin(one), Math.cos(other), Math.sin(other));
            }
        };

        abstract float[] point(SplittableRandom random, int dimension);

        PointCloud cloud(int size, int dimension) {
            SplittableRandom random = new SplittableRandom(31L * size + dimension);
            float[] coordinates = new float[size * dimension];
            for (int i = 0; i < size; i++) {
                System.arraycopy(point(random, dimension), 0, coordinates, i * dimension, dimension);
            }
            return PointCloud.of(coordinates, size, dimension);
        }
    }

    private interface Coordinate {
        float next();
    }

    private static float[] coordinates(int dimension, Coordinate coordinate) {
        float[] point = new float[dimension];
        for (int c = 0; c < dimension; c++) {
            point[c] = coordinate.next();
        }
        return point;
    }

    private static float[] rectified(int dimension, double... x) {
        SplittableRandom weights = new SplittableRandom(5);
        return coordinates(dimension, () -> {
            double sum = 0.1 * weights.nextGaussian();
            for (double coordinate : x) {
                sum += coordinate * weights.nextGaussian();
            }
            return (float) Math.max(0, sum);
        });
    }

    /** A cloud as a device takes it. */
    static MeasuredPoints measured(FiniteMetricSpace space) {
        return ((MeasuredCloud) space).points().orElseThrow();
    }

    /** Kernels that all work of their kinds pays on. */
    static Kernels only(Kernel... kernels) {
        return Kernels.of(new KernelProvider() {
            @Override
            public <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations) {
                for (Kernel kernel : kernels) {
                    if (kind.isInstance(kernel)) {
                        return Optional.of(kind.cast(kernel));
                    }
                }
                return Optional.empty();
            }
        });
    }
}
