package org.crease.homology.metric;

import java.util.Arrays;

/** Dijkstra's algorithm with a binary heap that knows where each point lies in it, so that keys can decrease. */
final class ShortestPaths {
    private static final int ABSENT = -1;

    private final NeighbourGraph graph;
    private final double[] lengths;
    private final int[] heap;
    private final int[] position;
    private int heapSize;

    ShortestPaths(NeighbourGraph graph) {
        this.graph = graph;
        this.lengths = new double[graph.size()];
        this.heap = new int[graph.size()];
        this.position = new int[graph.size()];
    }

    /** Lengths of the shortest paths from a point to all, infinite where there is none. */
    float[] from(int source) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while looking for the paths from point " + source);
        }
        Arrays.fill(lengths, Double.POSITIVE_INFINITY);
        Arrays.fill(position, ABSENT);
        heapSize = 0;
        shorten(source, 0);
        while (heapSize > 0) {
            int nearest = pop();
            for (int e = graph.start()[nearest]; e < graph.start()[nearest + 1]; e++) {
                shorten(graph.target()[e], lengths[nearest] + graph.length()[e]);
            }
        }
        float[] result = new float[lengths.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) lengths[i];
        }
        return result;
    }

    private void shorten(int point, double length) {
        if (length < lengths[point]) {
            lengths[point] = length;
            int slot = position[point] == ABSENT ? heapSize++ : position[point];
            siftUp(slot, point);
        }
    }

    private int pop() {
        int top = heap[0];
        int last = heap[--heapSize];
        if (heapSize > 0) {
            siftDown(last);
        }
        return top;
    }

    private void siftUp(int from, int point) {
        int slot = from;
        while (slot > 0 && lengths[heap[(slot - 1) / 2]] > lengths[point]) {
            place(slot, heap[(slot - 1) / 2]);
            slot = (slot - 1) / 2;
        }
        place(slot, point);
    }

    private void siftDown(int point) {
        int slot = 0;
        int child = 1;
        while (child < heapSize) {
            if (child + 1 < heapSize && lengths[heap[child + 1]] < lengths[heap[child]]) {
                child++;
            }
            if (lengths[heap[child]] >= lengths[point]) {
                break;
            }
            place(slot, heap[child]);
            slot = child;
            child = 2 * slot + 1;
        }
        place(slot, point);
    }

    private void place(int slot, int point) {
        heap[slot] = point;
        position[point] = slot;
    }
}
