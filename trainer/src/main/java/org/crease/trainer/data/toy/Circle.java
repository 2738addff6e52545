package org.crease.trainer.data.toy;

import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/** The unit circle (cos θ, sin θ), θ even. Its angle is θ. Betti numbers (1, 1). */
record Circle() implements Generator {

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public Truth truth() {
        return Truth.of(Betti.of(1, 1));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            double angle = Draws.angle(random);
            cloud.add(0, StrictMath.cos(angle), StrictMath.sin(angle));
            cloud.angle(angle);
        }
    }
}
