package org.crease.trainer.sweep.network;

import java.util.SplittableRandom;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Table;
import org.crease.trainer.data.toy.Toys;
import org.crease.trainer.sweep.plan.CloudConfig;

/** Draws the points that a network is shown. */
final class Clouds {
    private Clouds() {}

    /** Points of shape (inputs, count), row-major: drawn, in a box, coordinate by coordinate. */
    static double[] draw(CloudConfig config, int inputs, SplittableRandom random) {
        if (config instanceof CloudConfig.Box box) {
            double[] points = new double[box.count() * inputs];
            for (int i = 0; i < points.length; i++) {
                points[i] = box.low() + (box.high() - box.low()) * random.nextDouble();
            }
            return points;
        }
        if (config instanceof CloudConfig.Regular regular) {
            double[] points = RegularClouds.points(regular);
            return embedded(points, points.length / regular.count(), inputs, random);
        }
        if (config instanceof CloudConfig.RandomCurve curve) {
            return RegularClouds.curve(curve, inputs, random);
        }
        CloudConfig.Toy toy = (CloudConfig.Toy) config;
        var shape = new DataConfig.Toy(toy.shape(), toy.count(), toy.noise(), null, null, null);
        Table points = (Table) Toys.make(shape, random).train().inputs();
        if (points.width() == inputs) {
            return Rows.transposed(points.values(), points.size(), inputs);
        } else if (points.width() > inputs) {
            throw new DataException("points.toy: the shape has " + points.width() + " coordinates, but the network "
                    + inputs + " inputs");
        }
        return embedded(points.values(), points.width(), inputs, random);
    }

    /**
     * Puts points into more dimensions, or other ones.
     *
     * @param points of shape (count, width), row-major
     */
    private static double[] embedded(double[] points, int width, int inputs, SplittableRandom random) {
        double[] matrix = new double[width * inputs];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = random.nextGaussian();
        }
        int count = points.length / width;
        double[] embedded = new double[count * inputs];
        for (int row = 0; row < count; row++) {
            Rows.addAll(points, row * width, 1, width, matrix, 0, inputs, embedded, row * inputs, inputs);
        }
        return Rows.transposed(embedded, count, inputs);
    }
}
