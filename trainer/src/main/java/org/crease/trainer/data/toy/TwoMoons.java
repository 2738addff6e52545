package org.crease.trainer.data.toy;

import java.util.List;
import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * Two half circles that reach into each other: (cos t, sin t) and (1 - cos t, 1/2 - sin t), t even from 0 to π, as in
 * scikit-learn's {@code make_moons}. Its angle is t. Each moon has Betti numbers (1, 0), both together (2, 0).
 */
record TwoMoons() implements Generator {

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public List<String> parts() {
        return List.of("upper", "lower");
    }

    @Override
    public Truth truth() {
        return new Truth(Betti.of(2, 0), List.of(Betti.of(1, 0), Betti.of(1, 0)));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            double t = Draws.even(random, 0, Math.PI);
            double x = StrictMath.cos(t);
            double y = StrictMath.sin(t);
            if (i % 2 == 0) {
                cloud.add(0, x, y);
            } else {
                cloud.add(1, 1 - x, 0.5 - y);
            }
            cloud.angle(t);
        }
    }
}
