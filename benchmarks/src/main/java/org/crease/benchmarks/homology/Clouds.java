package org.crease.benchmarks.homology;

import java.util.Random;
import java.util.stream.Stream;

/** Points drawn from a shape, the same for the same seed. */
public final class Clouds {
    private Clouds() {}

    /** Orthogonal 3 x 3 matrices, uniform: a unit quaternion's rotation, or that and a reflection. */
    static float[][] orthogonal(int size, long seed) {
        Random random = new Random(seed);
        return points(size, () -> {
            double[] q = unit(gaussian(random, 4));
            double sign = random.nextBoolean() ? 1 : -1;
            double w = q[0], x = q[1], y = q[2], z = q[3];
            return scaled(sign, new double[] {
                1 - 2 * (y * y + z * z),
                2 * (x * y - w * z),
                2 * (x * z + w * y),
                2 * (x * y + w * z),
                1 - 2 * (x * x + z * z),
                2 * (y * z - w * x),
                2 * (x * z - w * y),
                2 * (y * z + w * x),
                1 - 2 * (x * x + y * y)
            });
        });
    }

    /** Uniform on the unit sphere of R^dimension. */
    static float[][] sphere(int size, int dimension, long seed) {
        Random random = new Random(seed);
        return points(size, () -> unit(gaussian(random, dimension)));
    }

    /** Coordinates independent and uniform in [0, 1). */
    static float[][] uniform(int size, int dimension, long seed) {
        Random random = new Random(seed);
        return points(size, () -> random.doubles(dimension).toArray());
    }

    /** Coordinates independent and normal. */
    public static float[][] gaussian(int size, int dimension, long seed) {
        Random random = new Random(seed);
        return points(size, () -> gaussian(random, dimension));
    }

    /** Uniform on the product of two unit circles in R^4, with normal noise. */
    public static float[][] torus(int size, double noise, long seed) {
        Random random = new Random(seed);
        return points(size, () -> {
            double a = 2 * Math.PI * random.nextDouble();
            double b = 2 * Math.PI * random.nextDouble();
            return noisy(random, noise, Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b));
        });
    }

    /** Uniform on the unit circle, with normal noise. */
    static float[][] circle(int size, double noise, long seed) {
        Random random = new Random(seed);
        return points(size, () -> {
            double a = 2 * Math.PI * random.nextDouble();
            return noisy(random, noise, Math.cos(a), Math.sin(a));
        });
    }

    /** Normal clusters of width 0.5 around normal centres of width 2. */
    static float[][] clusters(int size, int dimension, int clusters, long seed) {
        Random random = new Random(seed);
        double[][] centres = Stream.generate(() -> scaled(2, gaussian(random, dimension)))
                .limit(clusters)
                .toArray(double[][]::new);
        return points(size, () -> noisy(random, 0.5, centres[random.nextInt(clusters)]));
    }

    /** What two layers of this width with random weights and ReLU make of points. */
    public static float[][] behindLayers(float[][] inputs, int width, long seed) {
        return layer(layer(inputs, width, seed), width, seed + 1);
    }

    private static float[][] layer(float[][] inputs, int width, long seed) {
        int fan = inputs[0].length;
        float[][] weights = gaussian(width, fan, seed);
        double scale = Math.sqrt(2.0 / fan);
        float[][] outputs = new float[inputs.length][width];
        for (int i = 0; i < inputs.length; i++) {
            for (int j = 0; j < width; j++) {
                double sum = 0;
                for (int k = 0; k < fan; k++) {
                    sum += inputs[i][k] * weights[j][k];
                }
                outputs[i][j] = (float) Math.max(0, scale * sum);
            }
        }
        return outputs;
    }

    /** A triangle of independent weights, uniform in [0, 1): no metric at all. */
    static float[] weights(int size, long seed) {
        Random random = new Random(seed);
        float[] lower = new float[size * (size - 1) / 2];
        for (int k = 0; k < lower.length; k++) {
            lower[k] = random.nextFloat();
        }
        return lower;
    }

    /** Draws a point. */
    private interface Draw {
        double[] point();
    }

    private static float[][] points(int size, Draw draw) {
        float[][] points = new float[size][];
        for (int i = 0; i < size; i++) {
            double[] point = draw.point();
            points[i] = new float[point.length];
            for (int k = 0; k < point.length; k++) {
                points[i][k] = (float) point[k];
            }
        }
        return points;
    }

    private static double[] gaussian(Random random, int dimension) {
        double[] point = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            point[k] = random.nextGaussian();
        }
        return point;
    }

    private static double[] noisy(Random random, double noise, double... centre) {
        double[] point = centre.clone();
        for (int k = 0; k < point.length; k++) {
            point[k] += noise * random.nextGaussian();
        }
        return point;
    }

    private static double[] unit(double... vector) {
        double square = 0;
        for (double x : vector) {
            square += x * x;
        }
        return scaled(1 / Math.sqrt(square), vector);
    }

    private static double[] scaled(double factor, double... vector) {
        double[] scaled = vector.clone();
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] *= factor;
        }
        return scaled;
    }
}
