package org.crease.gpu.rips;

import java.util.Arrays;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;

/** The distances of all pairs of points, row after row: on a device as a whole, or a band of rows after the other. */
final class Triangle {
    private final Workspace space;
    private final int size;
    private final float[] lower;
    private final Memory memory;
    private final int[] firstRows;

    private Triangle(Workspace space, int size, float[] lower, Memory memory, int... firstRows) {
        this.space = space;
        this.size = size;
        this.lower = lower;
        this.memory = memory;
        this.firstRows = firstRows;
    }

    /**
     * Some rows on the device.
     *
     * @param memory their distances, from those of the first row on
     */
    record Band(Memory memory, int firstRow, int endRow) {

        /** The first pair, as counted in the triangle. */
        long firstPair() {
            return DistanceLauncher.pairs(firstRow);
        }

        /** The pair behind the last one. */
        long endPair() {
            return DistanceLauncher.pairs(endRow);
        }
    }

    /** Something done with the rows that are on the device. */
    @FunctionalInterface
    interface Work {
        void on(Band band) throws InterruptedException;
    }

    /**
     * All distances, which are on the device.
     *
     * @param lower the same
     */
    static Triangle whole(Workspace space, int size, float[] lower, Memory memory) {
        return new Triangle(space, size, lower, memory, 0);
    }

    /**
     * Distances that come to the device when their band's turn comes.
     *
     * @param entries distances that there may be room for at a time
     * @throws KernelException when there is no room for a row
     */
    static Triangle inBands(Workspace space, int size, float[] lower, long entries) {
        if (entries < size - 1) {
            throw new KernelException(
                    "a row of " + (size - 1) + " distances does not fit into the device's memory, " + entries + " do");
        }
        int[] firstRows = new int[size];
        int bands = 0;
        long most = 0;
        for (int row = 0; row < size; ) {
            firstRows[bands++] = row;
            long first = DistanceLauncher.pairs(row);
            do {
                row++;
            } while (row < size && DistanceLauncher.pairs(row + 1L) - first <= entries);
            most = Math.max(most, DistanceLauncher.pairs(row) - first);
        }
        return new Triangle(space, size, lower, space.allocate(Float.BYTES * most), Arrays.copyOf(firstRows, bands));
    }

    int size() {
        return size;
    }

    /** All distances, on the processor. */
    float[] lower() {
        return lower;
    }

    long pairs() {
        return DistanceLauncher.pairs(size);
    }

    /** Does something with all bands, in order, that have pairs of a range; waits for what is asked for of each. */
    void forEachBand(long firstPair, long endPair, Work work) throws InterruptedException {
        for (int k = 0; k < firstRows.length; k++) {
            int endRow = k + 1 < firstRows.length ? firstRows[k + 1] : size;
            Band band = new Band(memory, firstRows[k], endRow);
            if (band.firstPair() < endPair && firstPair < band.endPair()) {
                bring(band);
                work.on(band);
                space.await("going through distances");
            }
        }
    }

    void forEachBand(Work work) throws InterruptedException {
        forEachBand(0, pairs(), work);
    }

    private void bring(Band band) {
        if (firstRows.length > 1) {
            space.write(memory, 0, lower, (int) band.firstPair(), (int) (band.endPair() - band.firstPair()));
        }
    }
}
