package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.MeasuredPoints;

/**
 * Points on a device, and the kernel that computes distances of bands of them, by squares of 64 × 64 pairs. In double
 * precision distances have the processor's bits. A device without it sums pairs of floats, which carry 48 bits: a distance d
 * is then at most one unit in the last place plus 1e-13 √d plus 1e-26 away (the second term matters for cosine distances
 * below 1e-12 alone), for coordinates that are zero or from 1e-18 to 1e18 in size.
 */
final class DistanceLauncher {
    private static final int TILE = 64; // points, as in distances.c
    private static final int GROUP = 256;

    private final MeasuredPoints points;
    private final Function function;
    private final Memory coordinates;
    private final Memory factors;
    private final double operationsOfLaunch;

    /** Copies the points to the device. */
    DistanceLauncher(Workspace space, MeasuredPoints points, boolean doubles) {
        this.points = points;
        function = space.function("distances", doubles ? "distances" : "distances_compensated");
        coordinates = space.copy(points.coordinates());
        factors = doubles ? space.copy(points.factors()) : space.copy(halves(points.factors()));
        operationsOfLaunch = space.operationsOfLaunch();
    }

    private static float[] halves(double[] numbers) {
        float[] halves = new float[2 * numbers.length];
        for (int k = 0; k < numbers.length; k++) {
            halves[2 * k] = (float) numbers[k];
            halves[2 * k + 1] = (float) (numbers[k] - halves[2 * k]);
        }
        return halves;
    }

    static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    /** Distances that there must be room for: of the longest row of squares. */
    static long leastEntries(long size) {
        return pairs(size) - pairs(Math.max(0, size - TILE));
    }

    /** Bytes that points take on the device. */
    static long bytes(MeasuredPoints points) {
        return (long) Float.BYTES * points.coordinates().length + (long) Double.BYTES * points.factors().length;
    }

    /** Rows of squares. */
    int tileRows() {
        return (points.size() + TILE - 1) / TILE;
    }

    /** The first entry of a row of squares in the triangle of all. */
    long firstEntry(int tileRow) {
        return pairs(Math.min((long) tileRow * TILE, points.size()));
    }

    /**
     * Where a band that begins at a row of squares should end: behind as many rows as fit and do not keep the device for too
     * long; behind one row at least.
     *
     * @param entries that there is room for
     * @throws KernelException when there is no room for one row
     */
    int endOfBand(int tileRow, long entries) {
        int end = tileRow;
        while (end < tileRows()
                && firstEntry(end + 1) - firstEntry(tileRow) <= entries
                && (end == tileRow || operations(tileRow, end + 1) <= operationsOfLaunch)) {
            end++;
        }
        if (end == tileRow) {
            throw new KernelException("distances of " + TILE + " of " + points.size()
                    + " points to the others do not fit into the device's free memory, " + entries + " distances");
        }
        return end;
    }

    private double operations(int from, int to) {
        return (firstEntry(to) - firstEntry(from)) * 3.0 * points.dimension();
    }

    /** Asks for the distances of rows of squares, into memory whose first entry is that of the triangle given. */
    void launch(int from, int to, Memory lower, long firstEntry) {
        long firstTile = (long) from * (from + 1) / 2;
        long tiles = (long) to * (to + 1) / 2 - firstTile;
        function.launch(
                tiles,
                GROUP,
                Argument.of(coordinates),
                Argument.of(factors),
                Argument.of(lower),
                Argument.of(points.size()),
                Argument.of(points.dimension()),
                Argument.of(form(points.form())),
                Argument.of(firstTile),
                Argument.of(firstEntry));
    }

    /**
     * Computes all, band by band.
     *
     * @param lower where they go
     * @param most distances to be on the device at a time
     */
    void compute(Workspace space, float[] lower, long most) throws InterruptedException {
        Memory band = space.allocate(Float.BYTES * Math.min(most, lower.length));
        for (int row = 0; row < tileRows(); ) {
            int end = endOfBand(row, most);
            long first = firstEntry(row);
            launch(row, end, band, first);
            space.await("computing distances");
            space.read(band, 0, lower, (int) first, (int) (firstEntry(end) - first));
            row = end;
        }
        space.free(band);
    }

    /** Frees what it holds on the device. */
    void free(Workspace space) {
        space.free(coordinates);
        space.free(factors);
    }

    /** Its number in distances.c. */
    static int form(MeasuredPoints.Form form) {
        return switch (form) {
            case EUCLIDEAN -> 0;
            case SQUARED_EUCLIDEAN -> 1;
            case COSINE -> 2;
        };
    }
}
