package org.crease.homology.representative;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The coboundary of a chain taken as a cochain. For each facet of a term there is a row of the points that make a term with
 * it, so that the values on all cofacets of a term come from walking through as many rows as it has facets.
 */
final class Coboundary {
    private final Chain chain;
    private final int points; // of the space
    private final int size; // of a term, in points
    private final int[] facets; // number of each facet of each term
    private final int[] starts; // of the row of each facet
    private final long[] rows; // point, then coefficient; ascending
    private final int[] at; // places in the rows of the term at hand

    /** The coboundary of a chain on points of a space, none of its simplices there twice. */
    Coboundary(Chain chain, int points) {
        this.chain = chain;
        this.points = points;
        size = chain.dimension() + 1;
        facets = new int[size * chain.size()];
        at = new int[size];
        int count = number();
        starts = new int[count + 1];
        rows = new long[facets.length];
        fill();
    }

    /** Numbers the facets. */
    private int number() {
        SimplexTable table = new SimplexTable(size - 2);
        int[] facet = new int[size - 1];
        int count = 0;
        for (int term = 0; term < chain.size(); term++) {
            for (int left = 0; left < size; left++) {
                for (int place = 0; place < size - 1; place++) {
                    facet[place] = chain.point(term, place < left ? place : place + 1);
                }
                int number = table.add(facet);
                facets[term * size + left] = number;
                count = Math.max(count, number + 1);
            }
        }
        return count;
    }

    private void fill() {
        for (int facet : facets) {
            starts[facet + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        for (int k = 0; k < facets.length; k++) {
            rows[next[facets[k]]++] = (long) chain.point(k / size, k % size) << 32 | chain.coefficient(k / size);
        }
        for (int facet = 0; facet + 1 < starts.length; facet++) {
            Arrays.sort(rows, starts[facet], starts[facet + 1]);
        }
    }

    /** The lowest point that passes and with which a term makes a simplex of value other than zero; -1 if there is none. */
    int find(int term, IntPredicate passes) {
        for (int left = 0; left < size; left++) {
            at[left] = starts[facets[term * size + left]];
        }
        int below = 0; // points of the term lower than the one at hand
        for (int point = 0; point < points; point++) {
            if (below < size && chain.point(term, below) == point) {
                below++;
            } else if (value(term, point, below) != 0 && passes.test(point)) {
                return point;
            }
        }
        return -1;
    }

    private long value(int term, int point, int below) {
        long sum = below % 2 == 0 ? chain.coefficient(term) : -chain.coefficient(term);
        for (int left = 0; left < size; left++) {
            int coefficient = coefficient(left, starts[facets[term * size + left] + 1], point);
            int place = left < below ? left : left + 1;
            sum += place % 2 == 0 ? coefficient : -coefficient;
        }
        return sum % chain.modulus();
    }

    /** The coefficient of a facet of the term with a point. */
    private int coefficient(int left, int end, int point) {
        int place = at[left];
        while (place < end && (int) (rows[place] >>> 32) < point) {
            place++;
        }
        at[left] = place;
        return place < end && (int) (rows[place] >>> 32) == point ? (int) rows[place] : 0;
    }
}
