package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.metric.DistanceMatrix;

/**
 * The values of living loops' cocycles on edges, found where they are asked for. An edge whose lune is not empty has a point
 * in it, its witness: the value is that of the way over the witness, two edges that came earlier. What is found once is
 * remembered. On layer clouds hardly any edge is ever asked for.
 */
final class EdgeCocycles {
    private static final int UNKNOWN = -1;
    private static final int STEPS_BETWEEN_CHECKS = 1024;

    private final Annotations annotations;
    private final PrimeField field;
    private final int[] values; // by the index of the pair: annotation, from the higher end to the lower, or ~witness
    private int[] waiting = new int[64]; // edges, each for what is above it: ends, 16 bits each
    private int steps;

    /**
     * Of edges without a loop.
     *
     * @param witnesses by the index of the pair, of each edge the complement to -1, or 0 where it has none; then owned
     */
    EdgeCocycles(Annotations annotations, PrimeField field, int[] witnesses) {
        this.annotations = annotations;
        this.field = field;
        this.values = witnesses;
    }

    /** A loop is born with an edge. */
    void birth(int i, int j) {
        values[DistanceMatrix.index(i, j)] = annotations.birth();
    }

    /** Makes a combination the annotation of the quadrilateral from i over a witness to j, and over another back. */
    void goRound(int i, int j, int witness, int other, Combination sum) throws InterruptedException {
        sum.clear();
        add(sum, 1, i, witness);
        add(sum, 1, witness, j);
        add(sum, field.negative(1), i, other);
        add(sum, field.negative(1), other, j);
    }

    private void add(Combination sum, int factor, int from, int to) throws InterruptedException {
        annotations.addTo(sum, from > to ? factor : field.negative(factor), value(from, to));
    }

    /** The value of a loop's cocycle on an edge from its higher end to its lower. */
    int value(int loop, int i, int j) throws InterruptedException {
        return annotations.value(value(i, j), loop);
    }

    /** The annotation of an edge from its higher end to its lower. */
    int value(int i, int j) throws InterruptedException {
        int known = known(i, j);
        return known == UNKNOWN ? find(Math.max(i, j), Math.min(i, j)) : known;
    }

    private int known(int i, int j) {
        int value = values[DistanceMatrix.index(i, j)];
        return value < 0 ? UNKNOWN : annotations.current(value);
    }

    private int find(int high, int low) throws InterruptedException {
        waiting[0] = ends(high, low);
        int depth = 1;
        int found = UNKNOWN;
        while (depth > 0) {
            requireUninterrupted();
            int i = waiting[depth - 1] >>> 16;
            int j = waiting[depth - 1] & 0xffff;
            int index = DistanceMatrix.index(i, j);
            int witness = ~values[index];
            int first = known(i, witness);
            int second = known(witness, j);
            if (first != UNKNOWN && second != UNKNOWN) {
                found = overWitness(i, witness, j, first, second);
                values[index] = found;
                depth--;
            } else {
                if (depth == waiting.length) {
                    waiting = Arrays.copyOf(waiting, 2 * depth);
                }
                waiting[depth++] = first == UNKNOWN ? ends(i, witness) : ends(witness, j);
            }
        }
        return found;
    }

    private int overWitness(int i, int witness, int j, int first, int second) {
        int start = i > witness ? first : annotations.sum(Annotations.ZERO, field.negative(1), first);
        return annotations.sum(start, witness > j ? 1 : field.negative(1), second);
    }

    private static int ends(int i, int j) {
        return Math.max(i, j) << 16 | Math.min(i, j);
    }

    private void requireUninterrupted() throws InterruptedException {
        if (++steps % STEPS_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted while following cocycles");
        }
    }
}
