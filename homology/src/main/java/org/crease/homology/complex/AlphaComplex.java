package org.crease.homology.complex;

import org.crease.homology.Budget;
import org.crease.homology.Estimate;
import org.crease.homology.Progress;
import org.crease.homology.Watch;
import org.crease.homology.metric.PointCloud;

/**
 * Alpha complexes of points in the plane and in space: at value r the nerve of the balls of radius r around the points,
 * each ball cut off where another point is nearer. It has the homology of the union of the balls with far fewer
 * simplices than the Vietoris-Rips complex: they are those of the Delaunay triangulation, some 6 a point in the plane
 * and 28 in space.
 *
 * <p>Values are radii, in the unit of the coordinates. Other programs use the squares, as GUDHI does, or diameters, as for
 * Vietoris-Rips, where points at distance d are joined at d and here at d / 2.
 *
 * <p>The triangulation is exact whatever the position of the points: on a lattice, a line, a plane, with points that are
 * equal (the first of which stands for all). Of cospherical points it takes one of their triangulations; the diagrams do
 * not depend on which. Time is close to linear as a rule: 10 000 points in the plane take some 0.1 s, 5000 in space 0.2
 * s. It is quadratic at worst in space, as is the number of simplices.
 *
 * <p>H. Edelsbrunner, <i>The union of balls and its dual shape</i>, Discrete Comput. Geom. 13, 1995.
 */
public final class AlphaComplex {
    private static final double[] SIMPLICES = {6, 28}; // a point in the plane and in space
    private static final double[] SECONDS = {8e-6, 4.5e-5}; // a point
    private static final double BYTES_OF_SIMPLEX = 150;
    private static final double RANGE = 5;

    private AlphaComplex() {}

    /**
     * What a complex and its diagrams are expected to take. Of points in space whose triangulation has far more simplices
     * than usual, as on two lines, it is more.
     *
     * @throws IllegalArgumentException when they are not of dimension 2 or 3
     */
    public static Estimate estimate(PointCloud points) {
        if (points.size() == 0) {
            return Estimate.around(0, 0, 0, RANGE);
        }
        requireDimension(points);
        double simplices = SIMPLICES[points.dimension() - 2] * points.size();
        double seconds = 1e-3 + SECONDS[points.dimension() - 2] * points.size();
        return Estimate.around(simplices, 1000 + BYTES_OF_SIMPLEX * simplices, seconds, RANGE);
    }

    private static void requireDimension(PointCloud points) {
        if (points.dimension() != 2 && points.dimension() != 3) {
            throw new IllegalArgumentException(
                    "alpha complex of points of dimension " + points.dimension() + "; it must be 2 or 3");
        }
    }

    /**
     * The complex within a budget, telling a listener how far it is.
     *
     * @throws org.crease.homology.BudgetExceededException when it is expected to go beyond the budget, or takes longer
     * @throws IllegalArgumentException as {@link #of(PointCloud)}
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public static FilteredComplex of(PointCloud points, Budget budget, Progress progress) throws InterruptedException {
        String what = "alpha complex of " + points.size() + " points";
        return budget.run(what, estimate(points), () -> of(points, new Watch(progress, budget.bytes())));
    }

    /**
     * The alpha complex of points; {@link SimplicialHomology} has its diagrams. Vertices are indices of points.
     *
     * @param points of dimension 2 or 3, in any number
     * @throws IllegalArgumentException when they are of another dimension
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public static FilteredComplex of(PointCloud points) throws InterruptedException {
        return of(points, Watch.none());
    }

    private static FilteredComplex of(PointCloud points, Watch watch) throws InterruptedException {
        if (points.size() == 0) {
            return FilteredComplex.builder().build();
        }
        requireDimension(points);
        watch.phase("triangulating", 0.5);
        int[] names = different(points);
        ExactPoints exact = exact(points, names);
        AlphaFiltration filtration = new AlphaFiltration(new Circumspheres(exact), watch);
        new AffineHull(exact, watch).addCells(filtration);
        watch.phase("finding when simplices enter", 1);
        FilteredComplex complex = filtration.complex(names);
        watch.end();
        return complex;
    }

    /** The first of each set of equal points. */
    private static int[] different(PointCloud points) throws InterruptedException {
        SimplexTable rows = new SimplexTable();
        IntStore names = new IntStore();
        int[] bits = new int[points.dimension()];
        for (int point = 0; point < points.size(); point++) {
            if (point % 1024 == 0) {
                Interruption.check("looking for equal points");
            }
            for (int axis = 0; axis < bits.length; axis++) {
                bits[axis] = Float.floatToIntBits(points.coordinate(point, axis) + 0f); // -0 is 0
            }
            if (rows.find(bits, 0, bits.length, -1) < 0) {
                rows.add(bits);
                names.add(point);
            }
        }
        return names.toArray();
    }

    private static ExactPoints exact(PointCloud points, int[] names) {
        double[] coordinates = new double[names.length * points.dimension()];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = points.coordinate(names[k / points.dimension()], k % points.dimension());
        }
        return new ExactPoints(coordinates, points.dimension());
    }
}
