package org.crease.trainer.data.toy;

import java.util.List;
import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * D-II of Naitzat, Zhitnikov and Lim (2020): nine pairs of linked rings in R³, the two of a pair in opposite classes. At each
 * centre, the origin and the corners of the cube from -3 to 3, one ring lies in the xy plane, shifted by 2.2 along x, and one
 * in the xz plane; points lie at radius 2.5 and 2.2 by turns, plus even noise up to 0.7 in each coordinate. All is divided by
 * the largest magnitude of a coordinate. Each class is nine thick rings: Betti numbers (9, 9, 0), both (18, 18, 0).
 */
record NaitzatRings() implements Generator {
    private static final double[][] CENTRES = {
        {3, 3, 3}, {-3, -3, 3}, {-3, 3, -3}, {3, -3, -3}, {0, 0, 0}, {-3, -3, -3}, {3, 3, -3}, {-3, 3, 3}, {3, -3, 3}
    };

    /** The class of the ring in the xy plane at each centre. */
    private static final int[] FLAT_CLASS = {0, 1, 0, 1, 0, 0, 1, 0, 1};

    private static final double[] RADII = {2.5, 2.2};
    private static final double SHIFT = 2.2;
    private static final double NOISE = 0.7;
    private static final int RINGS = 2 * CENTRES.length;

    @Override
    public int dimensions() {
        return 3;
    }

    @Override
    public List<String> parts() {
        return List.of("one of each pair", "other of each pair");
    }

    @Override
    public Truth truth() {
        Betti rings = Betti.of(9, 9, 0);
        return new Truth(Betti.of(18, 18, 0), List.of(rings, rings));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int i = 0; i < points; i++) {
            int ring = i % RINGS;
            double radius = RADII[i / RINGS % RADII.length];
            double angle = Draws.angle(random);
            add(ring, radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), random, cloud);
        }
        cloud.scaleToUnitCube();
    }

    private static void add(int ring, double along, double across, SplittableRandom random, Cloud cloud) {
        double[] centre = CENTRES[ring / 2];
        boolean flat = ring % 2 == 0;
        int part = flat ? FLAT_CLASS[ring / 2] : 1 - FLAT_CLASS[ring / 2];
        double x = centre[0] + along + (flat ? SHIFT : 0) + Draws.even(random, -NOISE, NOISE);
        double y = centre[1] + (flat ? across : 0) + Draws.even(random, -NOISE, NOISE);
        double z = centre[2] + (flat ? 0 : across) + Draws.even(random, -NOISE, NOISE);
        cloud.add(part, x, y, z);
    }
}
