package org.crease.trainer.data.toy;

import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * The unit sphere in R³, even by area: a normal vector divided by its length (Muller 1959). No angle on it is continuous.
 * Betti numbers (1, 0, 1).
 */
record Sphere() implements Generator {

    @Override
    public int dimensions() {
        return 3;
    }

    @Override
    public Truth truth() {
        return Truth.of(Betti.of(1, 0, 1));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            double x = Draws.normal(random);
            double y = Draws.normal(random);
            double z = Draws.normal(random);
            double length = Math.sqrt(x * x + y * y + z * z);
            cloud.add(0, x / length, y / length, z / length);
        }
    }
}
