package org.crease.homology;

import java.util.Random;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;

/** Spaces to test with. */
final class Spaces {
    private Spaces() {}

    static FiniteMetricSpace regularPolygon(int corners) {
        float[][] points = new float[corners][];
        for (int k = 0; k < corners; k++) {
            double angle = 2 * Math.PI * k / corners;
            points[k] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }
        return Metric.euclidean().on(PointCloud.of(points));
    }

    static FiniteMetricSpace lattice(int side, int dimension) {
        int count = (int) Math.pow(side, dimension);
        float[][] points = new float[count][dimension];
        for (int k = 0; k < count; k++) {
            int rest = k;
            for (int axis = 0; axis < dimension; axis++) {
                points[k][axis] = rest % side;
                rest /= side;
            }
        }
        return Metric.euclidean().on(PointCloud.of(points));
    }

    static PointCloud noisyTorus(int count, long seed) {
        Random random = new Random(seed);
        float[][] points = new float[count][];
        for (int k = 0; k < count; k++) {
            double a = 2 * Math.PI * random.nextDouble();
            double b = 2 * Math.PI * random.nextDouble();
            points[k] = new float[] {
                (float) (Math.cos(a) + 0.05 * random.nextGaussian()),
                (float) (Math.sin(a) + 0.05 * random.nextGaussian()),
                (float) (Math.cos(b) + 0.05 * random.nextGaussian()),
                (float) (Math.sin(b) + 0.05 * random.nextGaussian())
            };
        }
        return PointCloud.of(points);
    }

    static PointCloud gaussian(int count, int dimension, long seed) {
        Random random = new Random(seed);
        float[] coordinates = new float[count * dimension];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = (float) random.nextGaussian();
        }
        return PointCloud.of(coordinates, count, dimension);
    }

    /**
     * A lattice on the flat Klein bottle, {@code side} points a side of length 1: the unit square whose vertical sides are
     * glued with a flip, whose horizontal ones without.
     */
    static FiniteMetricSpace flatKleinBottle(int side) {
        return space(side * side, (i, j) -> {
            double nearest = Double.POSITIVE_INFINITY;
            for (int across = -1; across <= 1; across++) {
                for (int up = -2; up <= 2; up++) {
                    int image = across == 0 ? j / side : side - 1 - j / side;
                    double x = j % side - i % side + across * side;
                    double y = image - i / side + up * side;
                    nearest = Math.min(nearest, Math.hypot(x, y) / side);
                }
            }
            return nearest;
        });
    }

    /** Points spread over the projective plane: lines through the centre of a sphere, as far apart as their nearer ends. */
    static FiniteMetricSpace projectivePlane(int count) {
        double[][] points = new double[count][];
        for (int k = 0; k < count; k++) {
            // a Fibonacci spiral on half of the sphere
            double z = (k + 0.5) / count;
            double angle = k * Math.PI * (3 - Math.sqrt(5));
            double radius = Math.sqrt(1 - z * z);
            points[k] = new double[] {radius * Math.cos(angle), radius * Math.sin(angle), z};
        }
        return space(count, (i, j) -> {
            double product = 0;
            for (int axis = 0; axis < 3; axis++) {
                product += points[i][axis] * points[j][axis];
            }
            return Math.sqrt(Math.max(0, 2 - 2 * Math.abs(product)));
        });
    }

    private interface Distance {
        double between(int i, int j);
    }

    private static FiniteMetricSpace space(int size, Distance distance) {
        return new FiniteMetricSpace() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public float distance(int i, int j) {
                return i == j ? 0 : (float) distance.between(i, j);
            }
        };
    }

    /** Integer distances from 0 to {@code most}, with no regard for the triangle inequality. */
    static DistanceMatrix integers(int count, int most, long seed) {
        Random random = new Random(seed);
        float[] lower = new float[count * (count - 1) / 2];
        for (int k = 0; k < lower.length; k++) {
            lower[k] = random.nextInt(most + 1);
        }
        return DistanceMatrix.ofLower(lower);
    }

    static int[] permutation(int count, long seed) {
        Random random = new Random(seed);
        int[] order = new int[count];
        for (int k = 0; k < count; k++) {
            int other = random.nextInt(k + 1);
            order[k] = order[other];
            order[other] = k;
        }
        return order;
    }
}
