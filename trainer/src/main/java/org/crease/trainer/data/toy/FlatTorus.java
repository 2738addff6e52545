package org.crease.trainer.data.toy;

import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * The flat (Clifford) torus in R⁴, (cos u, sin u, cos v, sin v), u and v even: a product of two unit circles, without
 * curvature. Its angle is u. Betti numbers (1, 2, 1).
 */
record FlatTorus() implements Generator {

    @Override
    public int dimensions() {
        return 4;
    }

    @Override
    public Truth truth() {
        return Truth.of(Betti.of(1, 2, 1));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            double u = Draws.angle(random);
            double v = Draws.angle(random);
            cloud.add(0, StrictMath.cos(u), StrictMath.sin(u), StrictMath.cos(v), StrictMath.sin(v));
            cloud.angle(u);
        }
    }
}
