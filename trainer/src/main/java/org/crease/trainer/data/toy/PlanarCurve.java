package org.crease.trainer.data.toy;

import java.util.SplittableRandom;
import org.crease.trainer.data.source.Truth;
import org.jspecify.annotations.Nullable;

/**
 * The planar curve (cos aθ cos bθ, cos aθ sin bθ), θ in equal steps from 0 to a full turn, both ends included (Beshkov and
 * Einevoll 2024, random planar curves). It may be open and may cross itself, so no Betti numbers are given for it, and its
 * angle jumps where it passes the origin.
 *
 * @param a how fast the radius changes; null to draw it evenly from -1 to 1
 * @param b how fast the curve turns; null to draw it evenly from -1 to 1
 */
record PlanarCurve(@Nullable Double a, @Nullable Double b) implements Generator {

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public @Nullable Truth truth() {
        return null;
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        double drawnA = Draws.even(random, -1, 1);
        double drawnB = Draws.even(random, -1, 1);
        double radial = a == null ? drawnA : a;
        double turning = b == null ? drawnB : b;
        for (int i = 0; i < points; i++) {
            double theta = points == 1 ? 0 : Draws.TURN * i / (points - 1);
            double radius = StrictMath.cos(radial * theta);
            cloud.add(0, radius * StrictMath.cos(turning * theta), radius * StrictMath.sin(turning * theta));
        }
    }
}
