package org.crease.homology;

import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.representative.Chain;
import org.jspecify.annotations.Nullable;

/**
 * Writes cocycles of loops out that are known on the edges of births. On an edge whose lune is not empty the value is that of
 * the way over the lowest point of the lune, its witness; on one that joined two components it is 0. So an edge that has a
 * value gives it on to those between one of its ends and another point whose witness the other end is. From birth to death
 * values are handed on in the order of edges: O(edges with a value), but for a point's list of who has what witness, O(n)
 * once. Witnesses are looked up once for all cocycles, an AND of two rows of bits for each edge. 2 bytes a pair, and 4 n at
 * each point that is met.
 */
final class LoopCocycles {
    private static final int EDGES_BETWEEN_CHECKS = 256;

    private final DistanceMatrix matrix;
    private final SortedEdges edges;
    private final PrimeField field;
    private final char[] witnesses; // by index of the pair, or its higher end where it has none
    private final @Nullable Followers[] followers; // by point
    private final WorkingColumn values; // of edges, by length and index

    LoopCocycles(DistanceMatrix matrix, SortedEdges edges, PrimeField field) throws InterruptedException {
        this.matrix = matrix;
        this.edges = edges;
        this.field = field;
        witnesses = new char[matrix.pairs()];
        followers = new Followers[matrix.size()];
        values = new WorkingColumn(field);
        findWitnesses((matrix.size() + Long.SIZE - 1) / Long.SIZE);
    }

    private void findWitnesses(int words) throws InterruptedException {
        for (int i = 1, pair = 0; i < matrix.size(); i++) {
            for (int j = 0; j < i; j++) {
                witnesses[pair++] = (char) i;
            }
        }
        long[] neighbours = new long[matrix.size() * words];
        for (int e = 0; e < edges.count(); e++) {
            requireUninterrupted(e);
            int high = edges.high(e);
            int low = edges.low(e);
            int w = 0;
            while (w < words && (neighbours[high * words + w] & neighbours[low * words + w]) == 0) {
                w++;
            }
            if (w < words) {
                long both = neighbours[high * words + w] & neighbours[low * words + w];
                witnesses[DistanceMatrix.index(high, low)] = (char) ((w << 6) + Long.numberOfTrailingZeros(both));
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

    /** The points at the other ends of one point's edges, by the witness of the edge. */
    private static final class Followers {
        private final char[] starts; // by witness; one more than points
        private final char[] points;

        Followers(char[] starts, char[] points) {
            this.starts = starts;
            this.points = points;
        }
    }

    /**
     * A cocycle on the edges shorter than its death.
     *
     * @param births edges on which it is not 0, each followed by the value
     */
    Chain chain(IntList births, float death) throws InterruptedException {
        int end = Float.floatToRawIntBits(death);
        values.clear();
        for (int k = 0; k < births.size(); k += 2) {
            int edge = births.get(k);
            hand(births.get(k + 1), edges.high(edge), edges.low(edge), end);
        }
        Chain.Builder chain = new Chain.Builder(1, field.modulus());
        for (int count = 0; values.takeFirst(); count++) {
            requireUninterrupted(count);
            int value = values.coefficient();
            int high = (int) (values.simplex() >>> Character.SIZE);
            int low = (int) values.simplex() & Character.MAX_VALUE;
            chain.add(value, low, high);
            // each by the way over the other end: from the point to it, or from it to the point
            handOn(value, high, low, end);
            handOn(field.negative(value), low, high, end);
        }
        return chain.build();
    }

    /** Adds a value, given from one end to the other, to that of an edge that is shorter than an end. */
    private void hand(int value, int from, int to, int end) {
        int length = Float.floatToRawIntBits(matrix.entry(DistanceMatrix.index(from, to)));
        if (length < end) {
            long edge = (long) Math.max(from, to) << Character.SIZE | Math.min(from, to);
            values.add(edge, length, from > to ? value : field.negative(value));
        }
    }

    /** Adds the value of the way from a point to a witness to those edges of the point that have this witness. */
    private void handOn(int value, int point, int witness, int end) {
        Followers of = followers[point];
        if (of == null) {
            of = followers(point);
            followers[point] = of;
        }
        for (int k = of.starts[witness]; k < of.starts[witness + 1]; k++) {
            hand(value, point, of.points[k], end);
        }
    }

    private Followers followers(int point) {
        int size = matrix.size();
        char[] starts = new char[size + 2];
        char[] points = new char[size];
        for (int other = 0; other < size; other++) {
            int witness = witness(point, other);
            if (witness != other) {
                starts[witness + 2]++;
            }
        }
        for (int w = 0; w <= size; w++) {
            starts[w + 1] = (char) (starts[w + 1] + starts[w]);
        }
        for (int other = 0; other < size; other++) {
            int witness = witness(point, other);
            if (witness != other) {
                points[starts[witness + 1]++] = (char) other;
            }
        }
        return new Followers(starts, points);
    }

    /** The witness of the edge between two points, or one of these where there is none. */
    private int witness(int point, int other) {
        if (other == point) {
            return other;
        }
        int witness = witnesses[DistanceMatrix.index(point, other)];
        return witness == point ? other : witness;
    }
}
