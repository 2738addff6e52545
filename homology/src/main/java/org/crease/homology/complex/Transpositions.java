package org.crease.homology.complex;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pairing of the simplices of a filtration, kept right while neighbours of one dimension change places: R = D V with R
 * reduced and V upper triangular, over Z/2. A transposition adds at most two columns each of R and V.
 *
 * <p>A pair has a number that stays with it. When two simplices that change places also change partners, each partner
 * keeps its number: the point of the diagram is continuous, since both simplices have the same value just then.
 *
 * <p>D. Cohen-Steiner, H. Edelsbrunner, D. Morozov, <i>Vines and vineyards by updating persistence in linear time</i>,
 * SoCG 2006, section 3; here with V in place of its inverse, which has the same entries next to the diagonal.
 */
final class Transpositions {
    static final int NONE = -1;

    private final SparseColumns reduced;
    private final SparseColumns sums;
    private final int[] position;
    private final int[] partner;
    private final int[] pair; // the number of the pair a simplex is in
    private final int count;

    /**
     * At a start where simplices come in this order.
     *
     * @param boundaries of each simplex, its facets ascending
     * @param position of each simplex among those of its dimension; to be kept up to date by the owner
     */
    Transpositions(int[][] boundaries, int[] order, int[] position) throws InterruptedException {
        this(boundaries, new int[boundaries.length][], order, position);
    }

    /**
     * The same.
     *
     * @param zeros of some simplices those, ascending, whose boundaries sum up to zero, the simplex the last in order among
     *     them; null for others
     */
    Transpositions(int[][] boundaries, int[] @Nullable [] zeros, int[] order, int[] position)
            throws InterruptedException {
        int simplices = boundaries.length;
        this.position = position;
        reduced = new SparseColumns(simplices);
        sums = new SparseColumns(simplices);
        partner = new int[simplices];
        pair = new int[simplices];
        Arrays.fill(partner, NONE);
        int pairs = 0;
        for (int simplex : order) {
            Interruption.check("reducing the first of a sequence of filtrations");
            int[] zero = zeros[simplex];
            if (zero == null) {
                reduced.set(simplex, boundaries[simplex]);
                sums.set(simplex, new int[] {simplex});
                reduce(simplex);
            } else {
                sums.set(simplex, zero);
            }
            pair[simplex] = partner[simplex] == NONE ? pairs++ : pair[partner[simplex]];
        }
        count = pairs;
    }

    /** Number of pairs, of which some are a simplex without a partner. */
    int count() {
        return count;
    }

    private void reduce(int simplex) {
        for (int last = last(simplex); last != NONE; last = last(simplex)) {
            if (partner[last] == NONE) {
                partner[last] = simplex;
                partner[simplex] = last;
                return;
            }
            add(partner[last], simplex);
        }
    }

    private int last(int column) {
        int last = NONE;
        for (int cell : reduced.get(column)) {
            last = last == NONE || position[cell] > position[last] ? cell : last;
        }
        return last;
    }

    private void add(int from, int to) {
        reduced.add(from, to);
        sums.add(from, to);
    }

    int partner(int simplex) {
        return partner[simplex];
    }

    int pair(int simplex) {
        return pair[simplex];
    }

    /** The simplices whose boundaries make up the reduced column of one; not to be changed. */
    int[] sum(int simplex) {
        return sums.get(simplex);
    }

    /** Exchanges two simplices of one dimension, {@code b} right after {@code a}. */
    void transpose(int a, int b) {
        boolean isDeathA = !reduced.isZero(a);
        boolean isDeathB = !reduced.isZero(b);
        boolean isSum = sums.contains(b, a);
        if (isSum) {
            add(a, b);
        }
        if (isDeathA) {
            // b's column now has the last row of a's, unless its own is later
            boolean isConflict = isSum && (!isDeathB || position[partner[b]] < position[partner[a]]);
            if (isConflict) {
                add(b, a);
                exchange(a, b);
            }
        } else if (!isDeathB) {
            transposeBirths(a, b);
        }
    }

    private void transposeBirths(int a, int b) {
        int column = partner[b];
        if (column == NONE || !reduced.contains(column, a)) {
            return;
        }
        int other = partner[a];
        if (other == NONE) {
            exchange(a, b);
        } else if (position[other] < position[column]) {
            add(other, column);
        } else {
            add(column, other);
            exchange(a, b);
        }
    }

    /** Gives each of two simplices the partner and the pair of the other. */
    private void exchange(int a, int b) {
        int partnerA = partner[a];
        int partnerB = partner[b];
        partner[a] = partnerB;
        partner[b] = partnerA;
        if (partnerA != NONE) {
            partner[partnerA] = b;
        }
        if (partnerB != NONE) {
            partner[partnerB] = a;
        }
        int swap = pair[a];
        pair[a] = pair[b];
        pair[b] = swap;
    }
}
