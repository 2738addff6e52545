package org.crease.homology;

import java.util.Arrays;

/** A growing forest on numbered points that knows the path between two points of a tree. */
final class SpanningForest {
    private static final int NONE = -1;

    private final int[] first; // half-edge at each point
    private final int[] next; // half-edge at the same point
    private final int[] to; // point at the other end
    private final int[] from; // on the way back, while looking
    private int halfEdges;

    SpanningForest(int points) {
        first = new int[points];
        next = new int[2 * Math.max(0, points - 1)];
        to = new int[next.length];
        from = new int[points];
        Arrays.fill(first, NONE);
    }

    /** Joins points of two trees. */
    void join(int i, int j) {
        add(i, j);
        add(j, i);
    }

    private void add(int i, int j) {
        to[halfEdges] = j;
        next[halfEdges] = first[i];
        first[i] = halfEdges++;
    }

    /** The points from one point to another of its tree, both included; O(points of the tree). */
    int[] path(int start, int end) {
        int[] queue = new int[first.length];
        int head = 0;
        int tail = 0;
        queue[tail++] = end;
        from[end] = NONE;
        while (queue[head] != start) {
            int at = queue[head++];
            for (int half = first[at]; half != NONE; half = next[half]) {
                if (to[half] != from[at]) {
                    from[to[half]] = at;
                    queue[tail++] = to[half];
                }
            }
        }
        int length = 0;
        for (int at = start; at != NONE; at = from[at]) {
            queue[length++] = at;
        }
        return Arrays.copyOf(queue, length);
    }
}
