package org.crease.homology;

import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.representative.Chain;

/**
 * Writes cocycles of loops out that are known on the edges of births. On an edge whose lune is not empty the value is that of
 * the way over the lowest point of the lune; on one that joined two components it is 0. The points are looked up once for all
 * cocycles, an AND of two rows of bits for each edge; 2 bytes an edge and 2 a pair.
 */
final class LoopCocycles {
    private static final int EDGES_BETWEEN_CHECKS = 256;

    private final SortedEdges edges;
    private final PrimeField field;
    private final char[] witnesses; // of each edge, or its higher end where it has none
    private final char[] values; // by index of the pair, from the higher end to the lower; 0 between cocycles

    LoopCocycles(int points, SortedEdges edges, PrimeField field) throws InterruptedException {
        this.edges = edges;
        this.field = field;
        witnesses = new char[edges.count()];
        values = new char[(int) (points * (points - 1L) / 2)];
        findWitnesses(points, (points + Long.SIZE - 1) / Long.SIZE);
    }

    private void findWitnesses(int points, int words) throws InterruptedException {
        long[] neighbours = new long[points * words];
        for (int e = 0; e < witnesses.length; e++) {
            requireUninterrupted(e);
            int high = edges.high(e);
            int low = edges.low(e);
            int w = 0;
            while (w < words && (neighbours[high * words + w] & neighbours[low * words + w]) == 0) {
                w++;
            }
            witnesses[e] = (char) high;
            if (w < words) {
                long both = neighbours[high * words + w] & neighbours[low * words + w];
                witnesses[e] = (char) ((w << 6) + Long.numberOfTrailingZeros(both));
            }
            neighbours[high * words + (low >> 6)] |= 1L << low;
            neighbours[low * words + (high >> 6)] |= 1L << high;
        }
    }

    private static void requireUninterrupted(int edge) throws InterruptedException {
        if (edge % EDGES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted while writing a cocycle at edge " + edge);
        }
    }

    /**
     * A cocycle on the edges shorter than its death.
     *
     * @param births edges on which it is not 0, ascending, each followed by the value
     */
    Chain chain(IntList births, float death) throws InterruptedException {
        Chain.Builder chain = new Chain.Builder(1, field.modulus());
        int next = 0;
        int first = births.get(0);
        int e = first;
        for (; e < edges.count() && edges.length(e) < death; e++) {
            requireUninterrupted(e);
            int value = overWitness(e);
            if (next < births.size() && births.get(next) == e) {
                value = births.get(next + 1);
                next += 2;
            }
            if (value != 0) {
                values[DistanceMatrix.index(edges.high(e), edges.low(e))] = (char) value;
                chain.add(value, edges.low(e), edges.high(e));
            }
        }
        clear(first, e);
        return chain.build();
    }

    private void clear(int from, int to) {
        for (int e = from; e < to; e++) {
            values[DistanceMatrix.index(edges.high(e), edges.low(e))] = 0;
        }
    }

    private int overWitness(int edge) {
        int high = edges.high(edge);
        int low = edges.low(edge);
        int over = witnesses[edge];
        return over == high ? 0 : field.plus(value(high, over), value(over, low));
    }

    private int value(int from, int to) {
        int value = values[DistanceMatrix.index(from, to)];
        return from > to ? value : field.negative(value);
    }
}
