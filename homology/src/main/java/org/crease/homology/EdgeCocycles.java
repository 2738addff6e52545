package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.metric.DistanceMatrix;

/**
 * The values of living loops' cocycles on edges, found where they are asked for. An edge whose lune is not empty has a point
 * in it, its witness: the value is that of the way over the witness, two edges that came earlier. What is found once is
 * remembered. On layer clouds hardly any edge is ever asked for, so that looking for its witness then, O(n), costs less than
 * to have kept all of them.
 */
final class EdgeCocycles {
    private static final int NONE = -1;
    private static final int STEPS_BETWEEN_CHECKS = 256;

    private final DistanceMatrix matrix;
    private final Annotations annotations;
    private final PrimeField field;
    private final LongIntMap values = new LongIntMap(); // annotations of edges, from the higher end to the lower
    private int[] waiting = new int[64]; // edges, each for what is above it
    private int[] witnesses = new int[64]; // of those
    private int steps;

    EdgeCocycles(DistanceMatrix matrix, Annotations annotations, PrimeField field) {
        this.matrix = matrix;
        this.annotations = annotations;
        this.field = field;
    }

    /** An edge joins two components: every cocycle is 0 on it. */
    void joining(int i, int j) {
        remember(ends(i, j), Annotations.ZERO);
    }

    /** A loop is born with an edge. */
    void birth(int i, int j) {
        remember(ends(i, j), annotations.birth());
    }

    /** Adds the annotation of the quadrilateral from i over a witness to j, and over another back. */
    void goRound(int i, int j, int witness, int other, DenseSum sum) throws InterruptedException {
        add(sum, 1, i, witness);
        add(sum, 1, witness, j);
        add(sum, field.negative(1), i, other);
        add(sum, field.negative(1), other, j);
    }

    private void add(DenseSum sum, int factor, int from, int to) throws InterruptedException {
        annotations.addTo(sum, from > to ? factor : field.negative(factor), value(from, to));
    }

    /** The annotation of an edge, one of those that have come, from its higher end to its lower. */
    int value(int i, int j) throws InterruptedException {
        int known = known(i, j);
        return known == NONE ? find(ends(i, j)) : known;
    }

    private int known(int i, int j) {
        int value = values.get(Integer.toUnsignedLong(ends(i, j)));
        return value == LongIntMap.ABSENT ? NONE : value;
    }

    private void remember(int edge, int value) {
        values.put(Integer.toUnsignedLong(edge), value);
    }

    private int find(int edge) throws InterruptedException {
        int depth = push(edge, 0);
        int found = NONE;
        while (depth > 0) {
            int i = high(waiting[depth - 1]);
            int j = low(waiting[depth - 1]);
            int witness = witnesses[depth - 1];
            int first = witness == NONE ? Annotations.ZERO : known(i, witness);
            int second = witness == NONE ? Annotations.ZERO : known(witness, j);
            if (first == NONE) {
                depth = push(ends(i, witness), depth);
            } else if (second == NONE) {
                depth = push(ends(witness, j), depth);
            } else {
                found = overWitness(i, witness, j, first, second);
                remember(waiting[--depth], found);
            }
        }
        return found;
    }

    private int push(int edge, int depth) throws InterruptedException {
        if (++steps % STEPS_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted while following cocycles");
        }
        if (depth == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * depth);
            witnesses = Arrays.copyOf(witnesses, 2 * depth);
        }
        waiting[depth] = edge;
        witnesses[depth] = witness(edge);
        return depth + 1;
    }

    /** The lowest point of the lune of an edge, or {@link #NONE}: then the edge joins two components. */
    private int witness(int edge) {
        int i = high(edge);
        int j = low(edge);
        float length = matrix.distance(i, j);
        for (int w = matrix.nearby(i, 0, length); w < matrix.size(); w = matrix.nearby(i, w + 1, length)) {
            if (w != j && isEarlier(i, w, edge, length) && isEarlier(j, w, edge, length)) {
                return w;
            }
        }
        return NONE;
    }

    private boolean isEarlier(int i, int w, int edge, float length) {
        float other = matrix.distance(i, w);
        return other < length || (other == length && Integer.compareUnsigned(ends(i, w), edge) < 0);
    }

    private int overWitness(int i, int witness, int j, int first, int second) throws InterruptedException {
        int start = i > witness ? first : annotations.sum(Annotations.ZERO, field.negative(1), first);
        return annotations.sum(start, witness > j ? 1 : field.negative(1), second);
    }

    /** An edge: its ends, 16 bits each. */
    private static int ends(int i, int j) {
        return Math.max(i, j) << 16 | Math.min(i, j);
    }

    private static int high(int edge) {
        return edge >>> 16;
    }

    private static int low(int edge) {
        return edge & 0xffff;
    }
}
