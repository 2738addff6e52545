package org.crease.homology.complex;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The simplices of each dimension in order of their values, while these move in straight lines from one filtration to
 * the next: neighbours change places one pair at a time, when their values meet. Equal values are ordered by number.
 *
 * <p>Simplices of different dimensions may change places unseen, as that changes no pair, and no face comes after a
 * coface in any mixture of two filtrations. Each pair that is the other way round at the end is transposed once,
 * whatever rounding does to the times.
 */
final class KineticOrder {
    private final int[][] orders; // by dimension
    private final int[] position;
    private final EventQueue events = new EventQueue();
    private double[] from;
    private double[] to;

    KineticOrder(int[] dimensions, double[] values) throws InterruptedException {
        from = values;
        to = values;
        position = new int[dimensions.length];
        orders = new int[Arrays.stream(dimensions).max().orElse(-1) + 1][];
        SortedValues sorted = SortedValues.of(values);
        for (int dimension = 0; dimension < orders.length; dimension++) {
            int of = dimension;
            int[] simplices = IntStream.range(0, dimensions.length)
                    .filter(simplex -> dimensions[simplex] == of)
                    .toArray();
            int[] ranks = new int[simplices.length];
            Arrays.setAll(ranks, k -> sorted.rank(values[simplices[k]]));
            int[] order = SortedValues.order(ranks, sorted.count());
            for (int k = 0; k < order.length; k++) {
                order[k] = simplices[order[k]];
                position[order[k]] = k;
            }
            orders[dimension] = order;
        }
    }

    /** What is to happen when {@code a} and {@code b}, right after it, change places. */
    interface Transposition {
        void transpose(int a, int b) throws InterruptedException;
    }

    /** The simplices of ascending dimension, each dimension in order. */
    int[] order() {
        return Arrays.stream(orders).flatMapToInt(Arrays::stream).toArray();
    }

    /** The place of each simplex among those of its dimension, kept up to date. */
    int[] position() {
        return position;
    }

    /** Goes on to other values. */
    void moveTo(double[] values, int[] dimensions, Transposition transposition) throws InterruptedException {
        from = to;
        to = values;
        for (int[] order : orders) {
            for (int k = 1; k < order.length; k++) {
                expect(order[k - 1], order[k]);
            }
        }
        while (!events.isEmpty()) {
            int a = events.firstA();
            int b = events.firstB();
            events.removeFirst();
            Interruption.check("transposing simplices");
            if (position[b] == position[a] + 1) { // otherwise one came between, and they will meet again
                exchange(orders[dimensions[a]], a, b, transposition);
            }
        }
    }

    private void exchange(int[] order, int a, int b, Transposition transposition) throws InterruptedException {
        transposition.transpose(a, b);
        int place = position[a];
        position[a] = place + 1;
        position[b] = place;
        order[place] = b;
        order[place + 1] = a;
        if (place > 0) {
            expect(order[place - 1], b);
        }
        if (place + 2 < order.length) {
            expect(a, order[place + 2]);
        }
    }

    /** Adds the meeting of two neighbours, where they do meet. */
    private void expect(int a, int b) {
        if (to[a] > to[b] || (to[a] == to[b] && a > b)) {
            double before = from[b] - from[a];
            double after = to[a] - to[b];
            events.add(before == 0 ? 0 : 1 / (1 + after / before), a, b);
        }
    }
}
