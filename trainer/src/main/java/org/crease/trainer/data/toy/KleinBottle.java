package org.crease.trainer.data.toy;

import java.util.List;
import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * The Klein bottle in R⁴ without self-crossings, ((R + r cos v) cos u, (R + r cos v) sin u, r sin v cos(u/2),
 * r sin v sin(u/2)) with R = 2 and r = 1, u and v even: the circle of angle v is turned over while u goes round once (do
 * Carmo, Differential Geometry of Curves and Surfaces, section 5-10). Its angle is u. Betti numbers (1, 2, 1) over Z/2 and
 * (1, 1, 0) over other fields, for its first homology group is Z + Z/2.
 */
record KleinBottle() implements Generator {
    static final double LARGE = 2;
    static final double SMALL = 1;

    @Override
    public int dimensions() {
        return 4;
    }

    @Override
    public Truth truth() {
        return Truth.of(new Betti(List.of(1, 2, 1), List.of(1, 1, 0)));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            double u = Draws.angle(random);
            double v = Draws.angle(random);
            double ring = LARGE + SMALL * StrictMath.cos(v);
            double height = SMALL * StrictMath.sin(v);
            cloud.add(
                    0,
                    ring * StrictMath.cos(u),
                    ring * StrictMath.sin(u),
                    height * StrictMath.cos(u / 2),
                    height * StrictMath.sin(u / 2));
            cloud.angle(u);
        }
    }
}
