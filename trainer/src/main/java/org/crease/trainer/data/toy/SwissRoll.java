package org.crease.trainer.data.toy;

import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * The Swiss roll (t cos t, h, t sin t), t even from 3π/2 to 9π/2 and h even from 0 to 21 (Tenenbaum, de Silva, Langford
 * 2000; numbers of Marsland, Machine Learning, chapter 6). Its value and its angle are t. A rolled sheet can be shrunk to a
 * point: Betti numbers (1, 0, 0).
 */
record SwissRoll() implements Generator {
    private static final double START = 1.5 * Math.PI;
    private static final double END = 4.5 * Math.PI;
    private static final double HEIGHT = 21;

    @Override
    public int dimensions() {
        return 3;
    }

    @Override
    public Truth truth() {
        return Truth.of(Betti.of(1, 0, 0));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            double t = Draws.even(random, START, END);
            cloud.add(0, t * StrictMath.cos(t), Draws.even(random, 0, HEIGHT), t * StrictMath.sin(t));
            cloud.angle(t);
            cloud.value(t);
        }
    }
}
