package org.crease.trainer.sweep.network;

import java.util.SplittableRandom;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.sweep.plan.CloudConfig;
import org.crease.trainer.sweep.plan.CloudConfig.Regular.Surface;

/** Points in equal steps of their angles. */
final class RegularClouds {
    private static final double TURN = 2 * Math.PI;
    private static final double TUBE = 0.5;

    private RegularClouds() {}

    /** Points of shape (count, 2) on a circle or (count, 3) on a torus, row-major. */
    static double[] points(CloudConfig.Regular config) {
        return config.shape() == Surface.CIRCLE ? circle(config.count()) : torus(config.count());
    }

    private static double[] circle(int count) {
        double[] points = new double[2 * count];
        for (int i = 0; i < count; i++) {
            points[2 * i] = StrictMath.cos(TURN * i / count);
            points[2 * i + 1] = StrictMath.sin(TURN * i / count);
        }
        return points;
    }

    private static double[] torus(int count) {
        int side = (int) Math.round(Math.sqrt(count));
        double[] points = new double[3 * count];
        for (int i = 0; i < count; i++) {
            int row = i / side;
            double around = TURN * row / side;
            double along = TURN * (i - row * side) / side;
            double ring = 1 + TUBE * StrictMath.cos(along);
            points[3 * i] = ring * StrictMath.cos(around);
            points[3 * i + 1] = ring * StrictMath.sin(around);
            points[3 * i + 2] = TUBE * StrictMath.sin(along);
        }
        return points;
    }

    /** A random curve's points of shape (2, count), row-major. */
    static double[] curve(CloudConfig.RandomCurve config, int inputs, SplittableRandom random) {
        if (inputs != 2) {
            throw new DataException(
                    "points.random-curve: the curve has 2 coordinates, but the network " + inputs + " inputs");
        }
        double a = config.rates() * (2 * random.nextDouble() - 1);
        double b = config.rates() * (2 * random.nextDouble() - 1);
        double[] points = new double[2 * config.count()];
        for (int i = 0; i < config.count(); i++) {
            double angle = TURN * i / config.count();
            points[i] = StrictMath.cos(a * angle) * StrictMath.cos(b * angle);
            points[config.count() + i] = StrictMath.cos(a * angle) * StrictMath.sin(b * angle);
        }
        return points;
    }
}
