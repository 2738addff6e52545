package org.crease.trainer.data.toy;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * Circles around the origin with the radii 1, 2, .., equally many points on each, their angle even. Each has Betti numbers
 * (1, 1), and k together (k, k).
 *
 * @param count number of circles
 */
record ConcentricCircles(int count) implements Generator {

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public List<String> parts() {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "radius " + i).toList();
    }

    @Override
    public Truth truth() {
        return new Truth(Betti.of(count, count), Collections.nCopies(count, Betti.of(1, 1)));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            int circle = i % count;
            double angle = Draws.angle(random);
            double radius = circle + 1;
            cloud.add(circle, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
            cloud.angle(angle);
        }
    }
}
