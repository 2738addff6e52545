package org.crease.homology;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * For each point the points that edges join it to, ascending, each with a number that is noted of the edge: 16 bytes an edge,
 * found by halving.
 */
final class NeighbourLists {
    private final int[] starts; // of each point's list
    private final long[] entries; // neighbour, then what is noted

    /** The lists of a graph; {@code note} says what to note of an edge, by its place in the order of lengths. */
    NeighbourLists(int points, SortedEdges edges, IntUnaryOperator note) {
        starts = new int[points + 1];
        for (int e = 0; e < edges.count(); e++) {
            starts[edges.high(e) + 1]++;
            starts[edges.low(e) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        entries = new long[2 * edges.count()];
        int[] next = Arrays.copyOf(starts, points);
        for (int e = 0; e < edges.count(); e++) {
            long noted = Integer.toUnsignedLong(note.applyAsInt(e));
            entries[next[edges.high(e)]++] = (long) edges.low(e) << 32 | noted;
            entries[next[edges.low(e)]++] = (long) edges.high(e) << 32 | noted;
        }
        for (int point = 0; point < points; point++) {
            Arrays.sort(entries, starts[point], starts[point + 1]);
        }
    }

    int points() {
        return starts.length - 1;
    }

    /** Where the list of a point starts; that of the next is its end. */
    int start(int point) {
        return starts[point];
    }

    /** The neighbour in the upper half, what is noted in the lower. */
    long entry(int place) {
        return entries[place];
    }

    /** What is noted of the edge between two points, or a value where there is none. */
    int noted(int i, int j, int otherwise) {
        int low = starts[i];
        int high = starts[i + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int neighbour = (int) (entries[middle] >>> 32);
            if (neighbour == j) {
                return (int) entries[middle];
            } else if (neighbour < j) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return otherwise;
    }

    /** Memory held. */
    long bytes() {
        return (long) Long.BYTES * entries.length + (long) Integer.BYTES * starts.length;
    }
}
