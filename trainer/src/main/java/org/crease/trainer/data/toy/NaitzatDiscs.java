package org.crease.trainer.data.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.crease.trainer.data.source.Betti;
import org.crease.trainer.data.source.Truth;

/**
 * D-I of Naitzat, Zhitnikov and Lim (2020): the square from -10 to 10 with nine discs of radius 1.3, eight with centres on
 * the circle of radius 7 and one at the origin. Class 0 are the discs, class 1 the rest, and a ring of width 0.5 around each
 * disc is left empty. Points are those of the coarsest regular grid that has enough; the surplus is dropped at random.
 * Betti numbers: discs (9, 0), rest (1, 9), both (10, 9).
 */
record NaitzatDiscs() implements Generator {
    static final double RADIUS = 1.3;
    static final double MARGIN = 0.5;
    private static final double RING = 7;
    private static final double HALF = 10;

    private static final int NOTHING = -1;

    @Override
    public int dimensions() {
        return 2;
    }

    @Override
    public List<String> parts() {
        return List.of("discs", "rest");
    }

    @Override
    public Truth truth() {
        return new Truth(Betti.of(10, 9), List.of(Betti.of(9, 0), Betti.of(1, 9)));
    }

    @Override
    public void draw(int points, SplittableRandom random, Cloud cloud) {
        int side = (int) Math.sqrt(points);
        List<double[]> grid = grid(side);
        while (grid.size() < points) {
            grid = grid(++side);
        }
        drop(grid, points, random);
        grid.forEach(x -> cloud.add(part(x), x));
    }

    private static List<double[]> grid(int side) {
        List<double[]> grid = new ArrayList<>();
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                double[] x = {-HALF + 2 * HALF * i / side, -HALF + 2 * HALF * j / side};
                if (part(x) != NOTHING) {
                    grid.add(x);
                }
            }
        }
        return grid;
    }

    private static void drop(List<double[]> grid, int points, SplittableRandom random) {
        for (int last = grid.size() - 1; last >= points; last--) {
            grid.set(random.nextInt(last + 1), grid.get(last));
            grid.remove(last);
        }
    }

    private static int part(double[] x) {
        double nearest = distance(x, 0, 0);
        for (int disc = 0; disc < 8; disc++) {
            double angle = Draws.TURN * disc / 8;
            nearest = Math.min(nearest, distance(x, RING * StrictMath.cos(angle), RING * StrictMath.sin(angle)));
        }
        if (nearest <= RADIUS) {
            return 0;
        }
        return nearest > RADIUS + MARGIN ? 1 : NOTHING;
    }

    private static double distance(double[] x, double centreX, double centreY) {
        double dx = x[0] - centreX;
        double dy = x[1] - centreY;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
