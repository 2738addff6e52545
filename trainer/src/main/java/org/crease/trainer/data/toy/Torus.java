package org.crease.trainer.data.toy;

import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * The torus in R³ around the z axis, ((R + r cos v) cos u, (R + r cos v) sin u, r sin v) with R = 1 and r = 1/2, even by
 * area: v is drawn with density proportional to R + r cos v, by rejection (Diaconis, Holmes, Shahshahani 2013, section 2).
 * Its angle is u. Betti numbers (1, 2, 1).
 */
record Torus() implements Generator {
    static final double LARGE = 1;
    static final double SMALL = 0.5;

    @Override
    public int dimensions() {
        return 3;
    }

    @Override
    public Truth truth() {
        return Truth.of(Betti.of(1, 2, 1));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            double u = Draws.angle(random);
            double v = tubeAngle(random);
            double ring = LARGE + SMALL * StrictMath.cos(v);
            cloud.add(0, ring * StrictMath.cos(u), ring * StrictMath.sin(u), SMALL * StrictMath.sin(v));
            cloud.angle(u);
        }
    }

    private static double tubeAngle(SplittableRandom random) {
        while (true) {
            double v = Draws.angle(random);
            if (random.nextDouble() * (LARGE + SMALL) < LARGE + SMALL * StrictMath.cos(v)) {
                return v;
            }
        }
    }
}
