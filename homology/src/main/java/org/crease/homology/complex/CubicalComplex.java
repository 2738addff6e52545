package org.crease.homology.complex;

import java.util.Arrays;
import org.crease.homology.Budget;
import org.crease.homology.Estimate;
import org.crease.homology.PrimeField;
import org.crease.homology.Progress;
import org.crease.homology.Watch;
import org.crease.homology.diagram.Diagrams;

/**
 * The sublevel filtration of an array of one to three axes, an image or a volume, as a complex of unit cubes.
 *
 * <p>There are two ways to make one of an array, and they differ in what touches: in the plane, entries that touch at a
 * corner only are joined by {@link #ofTopCells}, not by {@link #ofVertices}. With top cells, entries are the cubes and
 * every face enters with the first cube that it is part of. With vertices, entries are the corners and every cube enters
 * with the last of its corners.
 *
 * <p>An entry may be infinite: it never enters. Cells are ints, not objects. One and two axes take O(n log n) time for n
 * entries, through union-find alone. Three take the reduction of a matrix for loops, close to linear as a rule. Memory
 * is some 40 bytes an entry for one axis, 60 for two and 200 for three.
 */
public final class CubicalComplex {
    private static final int MAXIMAL_AXES = 3;
    private static final long[] BYTES_OF_ENTRY = {40, 60, 200}; // by axes
    private static final double SECONDS_OF_CUBE = 2.5e-7;
    private static final double RANGE = 6; // of noise and of waves, and of machines

    private final double[] entries;
    private final int[] shape;
    private final boolean onVertices;
    private final Progress progress;
    private final Budget budget;

    private CubicalComplex(double[] entries, int[] shape, boolean onVertices, Progress progress, Budget budget) {
        this.entries = entries;
        this.shape = shape;
        this.onVertices = onVertices;
        this.progress = progress;
        this.budget = budget;
    }

    /**
     * The complex whose top-dimensional cells are the entries; what GUDHI builds of {@code top_dimensional_cells}.
     *
     * @param values row-major, the last axis fastest; not to be changed before the diagrams are there
     * @param shape the length of each axis, one to three of them, each at least 1
     * @throws IllegalArgumentException when the shape does not fit the values, or a value is NaN or minus infinity
     */
    public static CubicalComplex ofTopCells(double[] values, int... shape) {
        return of(values, shape, false);
    }

    /** The same of floats. */
    public static CubicalComplex ofTopCells(float[] values, int... shape) {
        return of(doubles(values), shape, false);
    }

    /**
     * The complex whose vertices are the entries; what GUDHI builds of {@code vertices}.
     *
     * @param values row-major, the last axis fastest; not to be changed before the diagrams are there
     * @param shape the length of each axis, one to three of them, each at least 1
     * @throws IllegalArgumentException when the shape does not fit the values, or a value is NaN or minus infinity
     */
    public static CubicalComplex ofVertices(double[] values, int... shape) {
        return of(values, shape, true);
    }

    /** The same of floats. */
    public static CubicalComplex ofVertices(float[] values, int... shape) {
        return of(doubles(values), shape, true);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, k -> values[k]);
        return doubles;
    }

    private static CubicalComplex of(double[] values, int[] shape, boolean onVertices) {
        if (shape.length < 1 || shape.length > MAXIMAL_AXES) {
            throw new IllegalArgumentException("array of " + shape.length + " axes; it must have 1 to " + MAXIMAL_AXES);
        }
        long entries = 1;
        for (int length : shape) {
            if (length < 1) {
                throw new IllegalArgumentException(
                        "array of shape " + Arrays.toString(shape) + "; every axis must have a length of at least 1");
            }
            entries = Math.multiplyExact(entries, length);
        }
        if (entries != values.length) {
            throw new IllegalArgumentException(
                    "array of shape " + Arrays.toString(shape) + " needs " + entries + " values, not " + values.length);
        }
        for (int k = 0; k < values.length; k++) {
            if (!(values[k] > Double.NEGATIVE_INFINITY)) {
                throw new IllegalArgumentException("entry " + Arrays.toString(place(k, shape)) + " is " + values[k]
                        + "; it must be finite, or infinite for one that never enters");
            }
        }
        Budget any = new Budget(Long.MAX_VALUE, Double.POSITIVE_INFINITY);
        return new CubicalComplex(values, shape.clone(), onVertices, Progress.none(), any);
    }

    /** The same, telling a listener how far the diagrams are. */
    public CubicalComplex reportingTo(Progress listener) {
        return new CubicalComplex(entries, shape, onVertices, listener, budget);
    }

    /** The same, whose diagrams are refused where they are expected to go beyond a budget, and ended where they do. */
    public CubicalComplex within(Budget limit) {
        return new CubicalComplex(entries, shape, onVertices, progress, limit);
    }

    /** What the diagrams are expected to take, by the number of cubes, of which there are exactly as many. */
    public Estimate estimate() {
        double cubes = 1;
        for (int length : shape) {
            cubes *= onVertices ? 2.0 * length - 1 : 2.0 * length + 1;
        }
        double bytes = 1000.0 + BYTES_OF_ENTRY[shape.length - 1] * entries.length;
        return Estimate.around(cubes, bytes, 1e-4 + SECONDS_OF_CUBE * cubes, RANGE);
    }

    private static int[] place(int entry, int[] shape) {
        int[] place = new int[shape.length];
        int rest = entry;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            place[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return place;
    }

    /**
     * The diagrams of dimension 0 to one less than the number of axes; there is nothing above.
     *
     * @throws IllegalArgumentException when there are more than 2³¹ cells, eight to an entry for three axes
     * @throws org.crease.homology.BudgetExceededException when they are expected to go beyond the budget, or do
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Diagrams diagrams() throws InterruptedException {
        return diagrams(2);
    }

    /**
     * The same with coefficients in the integers modulo a prime, which can matter for three axes only.
     *
     * @param prime below 65 521
     * @throws IllegalArgumentException when it is not, or there are too many cells
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Diagrams diagrams(int prime) throws InterruptedException {
        PrimeField field = PrimeField.of(prime);
        return budget.run("homology of a grid of " + Arrays.toString(shape), estimate(), () -> diagrams(field));
    }

    private Diagrams diagrams(PrimeField field) throws InterruptedException {
        Watch watch = new Watch(progress, budget.bytes());
        watch.phase("ranking cubes", 0.2);
        SortedValues values = SortedValues.of(entries);
        CubicalGrid grid = new CubicalGrid(shape, values.ranks(entries), onVertices);
        watch.keeps((long) Integer.BYTES * grid.cells());
        CubicalPersistence persistence = new CubicalPersistence(grid, values, field, watch);
        Diagrams diagrams = new Diagrams(field.modulus(), lastFinite(values), true, persistence.diagrams());
        watch.end();
        return diagrams;
    }

    private static double lastFinite(SortedValues values) {
        for (int rank = values.count() - 1; rank >= 0; rank--) {
            if (values.value(rank) < Double.POSITIVE_INFINITY) {
                return values.value(rank);
            }
        }
        return 0;
    }
}
