package org.crease.gpu.rips;

import java.util.Arrays;
import org.crease.homology.kernel.KernelException;

/** Critical edges as they come back from a device: in blocks one after the other, within a block in any order. */
final class CriticalList {
    private int[] ordered = {};
    private int size;

    /**
     * Adds a block.
     *
     * @param block of each edge its place, the number of pieces, the lowest point of each
     * @param before edges that places are not counted from, but behind
     */
    void add(int before, int... block) {
        if (size + (long) block.length > Integer.MAX_VALUE - Long.BYTES) {
            throw new KernelException("lunes have more pieces than an array can hold");
        }
        if (size + block.length > ordered.length) {
            long longer = Math.max(size + (long) block.length, 2L * size);
            ordered = Arrays.copyOf(ordered, (int) Math.min(Integer.MAX_VALUE - Long.BYTES, longer));
        }
        for (long start : starts(block)) {
            int at = (int) start;
            int length = 2 + block[at + 1];
            System.arraycopy(block, at, ordered, size, length);
            ordered[size] += before;
            size += length;
        }
    }

    /** Where its edges are in a block, in order of the edges; the lower half of each tells. */
    private static long[] starts(int... block) {
        long[] starts = new long[block.length / 2];
        int count = 0;
        for (int at = 0; at < block.length; at += 2 + block[at + 1]) {
            starts[count++] = (long) block[at] << 32 | at;
        }
        long[] sorted = Arrays.copyOf(starts, count);
        Arrays.sort(sorted);
        return sorted;
    }

    int[] inOrder() {
        return Arrays.copyOf(ordered, size);
    }
}
