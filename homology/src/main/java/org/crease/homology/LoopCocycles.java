package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.representative.Chain;

/**
 * Writes cocycles of loops out that are known on the edges of births. On an edge whose lune is not empty the value is that of
 * the way over the lowest point of the lune, its witness; on one that joined two components it is 0. So an edge that has a
 * value gives it on to those between one of its ends and another point whose witness the other end is. From birth to death
 * values are handed on in the order of edges: O(edges with a value), and a word for each 64 edges between. Witnesses are
 * looked up once for all cocycles, an AND of two rows of bits for each edge. 10 bytes an edge between the first birth and the
 * last death, 2 n at each point that is met.
 */
final class LoopCocycles {
    private static final int EDGES_BETWEEN_CHECKS = 256;
    private static final char[] UNMET = {};

    private final int size; // points
    private final SortedEdges edges;
    private final PrimeField field;
    private final int from; // edge
    private final int to;
    private final char[] witnesses; // by edge, from the first; the higher end where it has none
    private final int[] firsts; // edge with a witness of each point
    private final int[]
            around; // edges with a witness at each point, complemented at the lower end; ascending for each witness
    private final char[][] starts; // by point, then witness, once the point is met; from the first edge of the point
    private final DenseSum values; // by edge, from the first

    /** For cocycles on edges in a range. */
    LoopCocycles(int size, SortedEdges edges, PrimeField field, int from, int to) throws InterruptedException {
        this.size = size;
        this.edges = edges;
        this.field = field;
        this.from = from;
        this.to = to;
        witnesses = new char[to - from];
        starts = new char[size][];
        Arrays.fill(starts, UNMET);
        values = new DenseSum(field);
        firsts = new int[size + 2];
        findWitnesses((size + Long.SIZE - 1) / Long.SIZE);
        around = new int[firsts[size + 1]];
        for (int e = from; e < to; e++) {
            if (witnesses[e - from] != edges.high(e)) {
                around[firsts[edges.high(e) + 1]++] = e;
                around[firsts[edges.low(e) + 1]++] = ~e;
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

    private static void requireUninterrupted(int edge) throws InterruptedException {
        if (edge % EDGES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted while writing a cocycle at edge " + edge);
        }
    }

    /**
     * A cocycle on the edges before one.
     *
     * @param births edges on which it is not 0, each followed by the value
     */
    Chain chain(IntList births, int end) throws InterruptedException {
        for (int k = 0; k < births.size(); k += 2) {
            hand(births.get(k + 1), births.get(k), end);
        }
        Chain.Builder chain = new Chain.Builder(1, field.modulus());
        int count = 0;
        for (int place = values.first(); place != DenseSum.NONE; place = values.first()) {
            requireUninterrupted(count++);
            int value = values.at(place);
            int opposite = field.negative(value);
            values.add(place, opposite);
            int high = edges.high(from + place);
            int low = edges.low(from + place);
            chain.add(value, low, high);
            // each by the way over the other end: from the point to it, or from it to the point
            handOn(value, opposite, high, low, end);
            handOn(opposite, value, low, high, end);
        }
        return chain.build();
    }

    private void hand(int value, int edge, int end) {
        if (edge < end) {
            values.add(edge - from, value);
        }
    }

    /** Adds the value of the way from a point to a witness to those edges of the point that have this witness. */
    private void handOn(int value, int opposite, int point, int witness, int end) {
        char[] of = starts[point];
        if (of.length == 0) {
            of = sort(point);
            starts[point] = of;
        }
        int last = firsts[point] + of[witness + 1];
        for (int k = firsts[point] + of[witness]; k < last; k++) {
            int edge = around[k];
            int rank = edge < 0 ? ~edge : edge;
            if (rank >= end) {
                return;
            }
            values.add(rank - from, edge < 0 ? opposite : value);
        }
    }

    /** Sorts the edges of a point by witness; where those of each start. */
    private char[] sort(int point) {
        int[] sorted = Arrays.copyOfRange(around, firsts[point], firsts[point + 1]);
        char[] next = new char[size + 2];
        for (int edge : sorted) {
            next[witness(edge) + 2]++;
        }
        for (int w = 2; w < next.length; w++) {
            next[w] = (char) (next[w] + next[w - 1]);
        }
        for (int edge : sorted) {
            around[firsts[point] + next[witness(edge) + 1]++] = edge;
        }
        return next;
    }

    private int witness(int edge) {
        return witnesses[(edge < 0 ? ~edge : edge) - from];
    }
}
