package org.crease.homology;

import java.util.Arrays;

/**
 * Which edges have the value of a cocycle of loops from which. On an edge whose lune is not empty the value is that of the way over
 * the lowest point of the lune, its witness; on one that joined two components it is 0. So the heirs of an edge are those between
 * one of its ends and another point whose witness the other end is. Witnesses are looked up once, an AND of two rows of bits for
 * each edge; heirs once for each edge that is asked for. 14 bytes an edge of the range, 4 for each heir, 2 n at each point that is
 * met.
 */
final class LoopHeirs {
    private static final int STEPS_BETWEEN_CHECKS = 256;
    private static final char[] UNMET = {};
    private static final int UNKNOWN = 0;

    private final int size; // points
    private final SortedEdges edges;
    private final int from; // edge of place 0
    private final int to;
    private final char[] witnesses; // by place; the higher end where it has none
    private final int[] firsts; // edge with a witness of each point
    private final int[]
            around; // places with a witness at each point, complemented at the lower end; ascending for each witness
    private final char[][] starts; // by point, then witness, once the point is met; from the first edge of the point
    private final int[] known; // by place, where its heirs are, or UNKNOWN
    private int[] heirs =
            new int[64]; // their number, then their places, ascending; complemented where the way turns back
    private int used = UNKNOWN + 1; // of that

    /** Of the edges in a range, by place there. */
    LoopHeirs(int size, SortedEdges edges, int from, int to) throws InterruptedException {
        this.size = size;
        this.edges = edges;
        this.from = from;
        this.to = to;
        witnesses = new char[to - from];
        starts = new char[size][];
        Arrays.fill(starts, UNMET);
        known = new int[to - from];
        firsts = new int[size + 2];
        findWitnesses((size + Long.SIZE - 1) / Long.SIZE);
        around = new int[firsts[size + 1]];
        for (int e = from; e < to; e++) {
            if (witnesses[e - from] != edges.high(e)) {
                around[firsts[edges.high(e) + 1]++] = e - from;
                around[firsts[edges.low(e) + 1]++] = ~(e - from);
            }
        }
    }

    /** And where the edges of each point start, after the next. */
    private void findWitnesses(int words) throws InterruptedException {
        long[] neighbours = new long[size * words];
        for (int e = 0; e < to; e++) {
            requireUninterrupted(e);
            int high = edges.high(e);
            int low = edges.low(e);
            if (e >= from) {
                int w = 0;
                while (w < words && (neighbours[high * words + w] & neighbours[low * words + w]) == 0) {
                    w++;
                }
                witnesses[e - from] = (char) high;
                if (w < words) {
                    long both = neighbours[high * words + w] & neighbours[low * words + w];
                    witnesses[e - from] = (char) ((w << 6) + Long.numberOfTrailingZeros(both));
                    firsts[high + 2]++;
                    firsts[low + 2]++;
                }
            }
            neighbours[high * words + (low >> 6)] |= 1L << low;
            neighbours[low * words + (high >> 6)] |= 1L << high;
        }
        for (int point = 1; point < firsts.length; point++) {
            firsts[point] += firsts[point - 1];
        }
    }

    /** To be called for each edge, or 64 of them: looks every 256th time. */
    static void requireUninterrupted(int step) throws InterruptedException {
        if (step % STEPS_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted while writing cocycles of loops");
        }
    }

    /** Looks for the heirs of an edge, unless they are known. */
    void find(int of) {
        if (known[of] == UNKNOWN) {
            findHeirs(of);
        }
    }

    /** Where those found start. */
    int first(int of) {
        return known[of] + 1;
    }

    /** Where those found end. */
    int end(int of) {
        return known[of] + 1 + heirs[known[of]];
    }

    /** The heir there, by place, ascending from start to end; complemented where it has the opposite of the value. */
    int at(int k) {
        return heirs[k];
    }

    private void findHeirs(int of) {
        int start = used;
        known[of] = start;
        int high = edges.high(from + of);
        int low = edges.low(from + of);
        addHeir(0, used);
        int last = start(high, low + 1);
        for (int k = start(high, low); k < last; k++) {
            addHeir(around[k], start + 1);
        }
        last = start(low, high + 1);
        for (int k = start(low, high); k < last; k++) {
            addHeir(~around[k], start + 1);
        }
        heirs[start] = used - start - 1;
    }

    /** Adds an heir to those of an edge, in order. */
    private void addHeir(int heir, int first) {
        if (used == heirs.length) {
            heirs = Arrays.copyOf(heirs, 2 * used);
        }
        int at = used++;
        for (; at > first && place(heirs[at - 1]) > place(heir); at--) {
            heirs[at] = heirs[at - 1];
        }
        heirs[at] = heir;
    }

    /** Where the edges of a point with a witness start. */
    private int start(int point, int witness) {
        if (starts[point].length == 0) {
            starts[point] = sort(point);
        }
        return firsts[point] + starts[point][witness];
    }

    /** Sorts the edges of a point by witness; where those of each start. */
    private char[] sort(int point) {
        int[] sorted = Arrays.copyOfRange(around, firsts[point], firsts[point + 1]);
        char[] next = new char[size + 2];
        for (int edge : sorted) {
            next[witnesses[place(edge)] + 2]++;
        }
        for (int w = 2; w < next.length; w++) {
            next[w] = (char) (next[w] + next[w - 1]);
        }
        for (int edge : sorted) {
            around[firsts[point] + next[witnesses[place(edge)] + 1]++] = edge;
        }
        return next;
    }

    /** The place of an heir. */
    static int place(int edge) {
        return edge < 0 ? ~edge : edge;
    }
}
