package org.crease.gpu.rips;

import java.util.Arrays;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.SpanningTreeKernel;

/** Trees that join along the first edge that leaves each. */
final class GrowingForest {
    private static final int NOBODY = -1;

    private final int size;
    private final int[] parents; // a root is its own
    private final int[] ends;
    private final float[] lengths;
    private int count;

    /** Points without edges. */
    GrowingForest(int size) {
        this.size = size;
        parents = new int[size];
        Arrays.setAll(parents, point -> point);
        ends = new int[2 * Math.max(0, size - 1)];
        lengths = new float[Math.max(0, size - 1)];
    }

    boolean isTree() {
        return count == lengths.length;
    }

    /** The tree that each point is of. */
    int[] components() {
        int[] components = new int[size];
        Arrays.setAll(components, this::root);
        return components;
    }

    private int root(int point) {
        int at = point;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /**
     * Joins trees, each along the first of the edges that leave it.
     *
     * @param edgeLengths of one edge of each point, or several: all points one after the other, then all again; bits
     * @param others the point at the other end, outside the tree, or -1
     */
    void join(int[] edgeLengths, int[] others) {
        int[] first = firstEdges(edgeLengths, others);
        int before = count;
        for (int component = 0; component < size; component++) {
            int edge = first[component];
            if (edge != NOBODY) {
                int i = edge % size;
                int one = root(i);
                int other = root(others[edge]);
                if (one != other) {
                    parents[one] = other;
                    ends[2 * count] = i;
                    ends[2 * count + 1] = others[edge];
                    lengths[count++] = Float.intBitsToFloat(edgeLengths[edge]);
                }
            }
        }
        if (count == before) {
            throw new KernelException("the device found no edge between the " + (size - count) + " trees of a forest");
        }
    }

    private int[] firstEdges(int[] edgeLengths, int[] others) {
        int[] first = new int[size];
        Arrays.fill(first, NOBODY);
        for (int edge = 0; edge < others.length; edge++) {
            if (others[edge] != NOBODY) {
                int component = root(edge % size);
                int known = first[component];
                if (known == NOBODY || comesBefore(edge, known, edgeLengths, others)) {
                    first[component] = edge;
                }
            }
        }
        return first;
    }

    /** By length, then higher end, then lower. */
    private boolean comesBefore(int edge, int other, int[] edgeLengths, int[] others) {
        if (edgeLengths[edge] != edgeLengths[other]) {
            return edgeLengths[edge] < edgeLengths[other];
        }
        int i = edge % size;
        int j = other % size;
        int high = Math.max(i, others[edge]);
        int otherHigh = Math.max(j, others[other]);
        return high != otherHigh ? high < otherHigh : Math.min(i, others[edge]) < Math.min(j, others[other]);
    }

    SpanningTreeKernel.Tree tree() {
        return new SpanningTreeKernel.Tree(ends, lengths);
    }
}
