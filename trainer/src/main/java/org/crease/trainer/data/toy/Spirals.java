package org.crease.trainer.data.toy;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * Intertwined spirals, the two-spirals task of Lang and Witbrock (1988) with s even from 8/104 to 1 in place of its 97 steps:
 * the first arm is r (sin φ, cos φ) with r = 13/2 s and φ = 13/2 π (1 - s), the others are that arm turned by equal parts of
 * a turn. Its angle is φ. Arms do not meet: each has Betti numbers (1, 0), k together (k, 0).
 *
 * @param arms number of arms
 */
record Spirals(int arms) implements Generator {
    private static final double SIZE = 6.5;
    private static final double INNER = 8.0 / 104;

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public List<String> parts() {
        return IntStream.rangeClosed(1, arms).mapToObj(i -> "arm " + i).toList();
    }

    @Override
    public Truth truth() {
        return new Truth(Betti.of(arms, 0), Collections.nCopies(arms, Betti.of(1, 0)));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            int arm = i % arms;
            double s = Draws.even(random, INNER, 1);
            double angle = SIZE * Math.PI * (1 - s);
            double turned = angle + Draws.TURN * arm / arms;
            cloud.add(arm, SIZE * s * StrictMath.sin(turned), SIZE * s * StrictMath.cos(turned));
            cloud.angle(angle);
        }
    }
}
