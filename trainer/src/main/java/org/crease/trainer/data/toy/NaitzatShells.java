package org.crease.trainer.data.toy;

import java.util.List;
import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * D-III of Naitzat, Zhitnikov and Lim (2020): nested spheres around nine centres in R³, the origin and the corners of the
 * cube from -3 to 3. Class 0 has the radii 1 and 1.05, class 1 the radii 2, 2.05 and 0.5. Points of a sphere lie on a
 * Fibonacci lattice (González 2010). All is divided by the largest magnitude of a coordinate. Two spheres 0.05 apart are one
 * shell: Betti numbers of class 0 (9, 0, 9), of class 1 (18, 0, 18), of both (27, 0, 27).
 */
record NaitzatShells() implements Generator {
    private static final double[] RADII = {1, 1.05, 2, 2.05, 0.5};
    private static final int[] CLASSES = {0, 0, 1, 1, 1};
    private static final int CENTRES = 9;
    private static final double CORNER = 3;
    private static final int SPHERES = CENTRES * RADII.length;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    @Override
    public int dimensions() {
        return 3;
    }

    @Override
    public List<String> parts() {
        return List.of("middle shells", "outer and inner shells");
    }

    @Override
    public Truth truth() {
        return new Truth(Betti.of(27, 0, 27), List.of(Betti.of(9, 0, 9), Betti.of(18, 0, 18)));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        for (int sphere = 0; sphere < SPHERES; sphere++) {
            int count = points / SPHERES + (sphere < points % SPHERES ? 1 : 0);
            for (int i = 0; i < count; i++) {
                add(sphere, i, count, cloud);
            }
        }
        cloud.scaleToUnitCube();
    }

    private static void add(int sphere, int i, int count, Cloud cloud) {
        int kind = sphere % RADII.length;
        double[] centre = centre(sphere / RADII.length);
        double radius = RADII[kind];
        double z = 1 - (2 * i + 1.0) / count;
        double ring = Math.sqrt(1 - z * z);
        double angle = GOLDEN_ANGLE * i;
        cloud.add(
                CLASSES[kind],
                centre[0] + radius * ring * StrictMath.cos(angle),
                centre[1] + radius * ring * StrictMath.sin(angle),
                centre[2] + radius * z);
    }

    private static double[] centre(int index) {
        if (index == CENTRES - 1) {
            return new double[3];
        }
        return new double[] {corner(index), corner(index >> 1), corner(index >> 2)};
    }

    private static double corner(int bits) {
        return (bits & 1) == 0 ? -CORNER : CORNER;
    }
}
