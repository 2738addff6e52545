package org.crease.homology.complex;

import java.util.Arrays;

/**
 * Simplices one after another, each a row of ascending vertices in one array, and where to find one by its vertices: open
 * addressing with linear probing, so that a simplex takes its vertices and some 14 bytes.
 */
final class SimplexTable {
    private int[] vertices = new int[64];
    private int[] starts = new int[17];
    private int[] slots = new int[32];
    private int count;

    /** A copy that stays as it is when simplices are added here. */
    SimplexTable copy() {
        SimplexTable copy = new SimplexTable();
        copy.vertices = Arrays.copyOf(vertices, starts[count]);
        copy.starts = Arrays.copyOf(starts, count + 1);
        copy.slots = slots.clone();
        copy.count = count;
        return copy;
    }

    /** Number of simplices. */
    int count() {
        return count;
    }

    /** Number of vertices of a simplex. */
    int length(int simplex) {
        return starts[simplex + 1] - starts[simplex];
    }

    /** The vertex of a simplex at a place, ascending. */
    int vertex(int simplex, int place) {
        return vertices[starts[simplex] + place];
    }

    /** A copy of the vertices of a simplex, ascending. */
    int[] vertices(int simplex) {
        return Arrays.copyOfRange(vertices, starts[simplex], starts[simplex + 1]);
    }

    /**
     * The simplex of these ascending vertices, {@code skipped} places left out where it is not negative; -1 when absent.
     */
    int find(int[] sorted, int from, int length, int skipped) {
        int mask = slots.length - 1;
        int slot = hash(sorted, from, length, skipped) & mask;
        while (slots[slot] != 0) {
            int simplex = slots[slot] - 1;
            if (isEqual(simplex, sorted, from, length, skipped)) {
                return simplex;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /** The facet of a simplex opposite to a place; -1 when absent. */
    int facet(int simplex, int place) {
        return find(vertices, starts[simplex], length(simplex), place);
    }

    /** Adds a simplex that is absent and returns its number. */
    int add(int[] sorted) {
        if (2 * (count + 1L) > slots.length) {
            grow();
        }
        int end = starts[count] + sorted.length;
        if (end < 0) {
            throw new IllegalArgumentException("more than " + Integer.MAX_VALUE + " vertices of simplices");
        }
        while (end > vertices.length) {
            vertices = Arrays.copyOf(vertices, IntStore.grown(vertices.length));
        }
        System.arraycopy(sorted, 0, vertices, starts[count], sorted.length);
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, IntStore.grown(starts.length));
        }
        starts[count + 1] = end;
        place(count);
        return count++;
    }

    private void place(int simplex) {
        int mask = slots.length - 1;
        int slot = hash(vertices, starts[simplex], length(simplex), -1) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = simplex + 1;
    }

    private void grow() {
        if (slots.length > 1 << 29) {
            throw new IllegalArgumentException("more than " + count + " simplices; a complex holds no more");
        }
        slots = new int[2 * slots.length];
        for (int simplex = 0; simplex < count; simplex++) {
            place(simplex);
        }
    }

    private boolean isEqual(int simplex, int[] sorted, int from, int length, int skipped) {
        int size = skipped < 0 ? length : length - 1;
        if (length(simplex) != size) {
            return false;
        }
        int at = starts[simplex];
        for (int place = 0; place < length; place++) {
            if (place != skipped && vertices[at++] != sorted[from + place]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(int[] sorted, int from, int length, int skipped) {
        long hash = 0;
        for (int place = 0; place < length; place++) {
            if (place != skipped) {
                hash = (hash + sorted[from + place] + 1) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
        }
        return (int) (hash >>> 17);
    }
}
