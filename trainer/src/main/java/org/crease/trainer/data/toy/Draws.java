package org.crease.trainer.data.toy;

import java.util.SplittableRandom;

/** Random numbers that are the same on every Java platform: built from the generator's bits and {@link StrictMath}. */
final class Draws {
    static final double TURN = 2 * Math.PI;

    private Draws() {}

    /** An even draw from {@code low} to {@code high}. */
    static double even(SplittableRandom random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** An angle, in radians, from 0 to a full turn. */
    static double angle(SplittableRandom random) {
        return TURN * random.nextDouble();
    }

    /** A draw from the standard normal distribution, by the transform of Box and Muller (1958). */
    static double normal(SplittableRandom random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(angle(random));
    }
}
