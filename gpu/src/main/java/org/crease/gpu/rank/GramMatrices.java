package org.crease.gpu.rank;

import java.util.SplittableRandom;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/**
 * The Gram matrices of a group of regions, on the smaller side, in the device's memory, one work group a matrix but for their
 * computation, and what is asked of them. For size n and k terms, each: n² k flops for the matrix; 12 n² for an extreme
 * eigenvalue; n³ / 3 for a factor, 16 rows at a time through shared memory, which reads and writes n³ / 96 numbers;
 * 4/3 n³ for the tridiagonal form, whose steps each read and write the rest of the matrix once, n³ / 3 numbers.
 */
final class GramMatrices {
    private static final int TILE = 64; // as in rank.h
    private static final int PANEL = 16;
    private static final int ITEMS = 256;
    private static final int STEPS = 6;
    private static final int HALVINGS = 60;
    private static final int DIVISION = 10; // as many operations as it takes
    private static final long SEED = 42; // the processor's estimates begin with the same vector

    private final Workspace space;
    private final Launches launches;
    private final Layout layout;
    private final int columns;
    private final int most;
    private final Memory grams;
    private final Memory start;
    private final Memory vectors;
    private final Memory diagonals;
    private final Memory traces;
    private final Memory extremes;
    private final Memory positive;
    private final Memory eigenvalues;

    /** Room for so many regions. */
    GramMatrices(Workspace space, Launches launches, Layout layout, int columns, int most) {
        this.space = space;
        this.launches = launches;
        this.layout = layout;
        this.columns = columns;
        this.most = most;
        long side = layout.side();
        grams = numbers(side * side * most);
        start = layout.precision()
                .copy(space, new SplittableRandom(SEED).doubles(side, -1, 1).toArray());
        vectors = numbers(Layout.VECTORS * side * most);
        diagonals = numbers(side * most);
        eigenvalues = numbers(side * most);
        traces = numbers(most);
        extremes = numbers(most);
        positive = space.allocate((long) Integer.BYTES * most);
    }

    private Memory numbers(long count) {
        return space.allocate(layout.precision().bytes() * count);
    }

    private Function function(String name) {
        return space.function(layout.precision().source(), name);
    }

    /**
     * Computes the matrices.
     *
     * @param rows and counts of the products
     */
    void compute(Memory rows, Memory counts, int mostRows, RegionList regions) throws InterruptedException {
        int across = (Math.min(mostRows, columns) + TILE - 1) / TILE;
        int tiles = across * (across + 1) / 2;
        launches.launch(
                function("gram"),
                (long) regions.size() * tiles,
                2.0 * TILE * TILE * Math.max(mostRows, columns),
                Argument.of(rows),
                Argument.of(layout.stride()),
                Argument.of(columns),
                Argument.of(counts),
                Argument.of(grams),
                Argument.of(layout.side()),
                Argument.of(tiles),
                regions.argument());
    }

    /** The largest eigenvalues by region, estimated from below; the traces are known then. */
    double[] largest(Memory counts, RegionList regions) throws InterruptedException {
        return lanczos(counts, regions, 0);
    }

    /** The largest eigenvalues of the inverses of the factored matrices, by region, estimated from below. */
    double[] largestOfInverse(Memory counts, RegionList regions) throws InterruptedException {
        return lanczos(counts, regions, 1);
    }

    private double[] lanczos(Memory counts, RegionList regions, int inverse) throws InterruptedException {
        launches.launch(
                function("lanczos"),
                regions.size(),
                2.0 * STEPS * layout.side() * layout.side(),
                Argument.of(grams),
                Argument.of(layout.side()),
                Argument.of(columns),
                Argument.of(counts),
                Argument.of(start),
                Argument.of(vectors),
                Argument.of(inverse),
                Argument.of(traces),
                Argument.of(extremes),
                regions.argument());
        launches.await();
        return layout.precision().read(space, extremes, 0, most);
    }

    /** The sums of the diagonals by region. */
    double[] traces() {
        return layout.precision().read(space, traces, 0, most);
    }

    /** Factors the matrices less these shifts, by region; a one by region whose pivots are all above zero. */
    int[] factor(Memory counts, double[] shifts, RegionList regions) throws InterruptedException {
        Memory shift = layout.precision().copy(space, shifts);
        int side = layout.side();
        double operations = (double) side * side * side / 3;
        int rows = (side / launches.cuts(operations) / PANEL + 1) * PANEL;
        for (int from = 0; from < side; from += rows) {
            launches.launch(
                    function("factor"),
                    regions.size(),
                    operations * rows / side,
                    Argument.of(grams),
                    Argument.of(side),
                    Argument.of(columns),
                    Argument.of(counts),
                    Argument.of(shift),
                    Argument.of(diagonals),
                    Argument.of(positive),
                    Argument.of(from),
                    Argument.of(from + rows),
                    regions.argument());
        }
        launches.await();
        space.free(shift);
        int[] answers = new int[most];
        space.read(positive, 0, answers, 0, most);
        return answers;
    }

    /**
     * Computes all eigenvalues, ascending; in double precision alone.
     *
     * @param factored whether the matrices have been factored
     */
    void diagonalize(Memory counts, boolean factored, RegionList regions) throws InterruptedException {
        int side = layout.side();
        double operations = 4.0 / 3 * side * side * side;
        int steps = side / launches.cuts(operations) + 1;
        for (int from = 0; from < side; from += steps) {
            launches.launch(
                    function("tridiagonalise"),
                    regions.size(),
                    operations * steps / side,
                    Argument.of(grams),
                    Argument.of(side),
                    Argument.of(columns),
                    Argument.of(counts),
                    Argument.of(diagonals),
                    Argument.of(vectors),
                    Argument.of(factored ? 1 : 0),
                    Argument.of(from),
                    Argument.of(from + steps),
                    regions.argument());
        }
        int pieces = (side + ITEMS - 1) / ITEMS;
        launches.launch(
                function("bisect"),
                (long) regions.size() * pieces,
                (double) HALVINGS * DIVISION * ITEMS * side,
                Argument.of(vectors),
                Argument.of(side),
                Argument.of(columns),
                Argument.of(counts),
                Argument.of(eigenvalues),
                Argument.of(pieces),
                regions.argument());
        launches.await();
    }

    /** The eigenvalues of one region. */
    double[] eigenvalues(int place, int size) {
        return layout.precision().read(space, eigenvalues, (long) place * layout.side(), size);
    }
}
