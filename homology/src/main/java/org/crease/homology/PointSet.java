package org.crease.homology;

import java.util.Arrays;

/** Some of the points numbered from 0, as bits, 64 a word. */
final class PointSet {
    /** The bits; as many words as the {@link BitGraph} has in a row. */
    final long[] words;

    PointSet(int words) {
        this.words = new long[words];
    }

    boolean contains(int point) {
        return (words[point >> 6] >>> point & 1) != 0;
    }

    void add(int point) {
        words[point >> 6] |= 1L << point;
    }

    void remove(int point) {
        words[point >> 6] &= ~(1L << point);
    }

    void removeAll(PointSet other) {
        for (int w = 0; w < words.length; w++) {
            words[w] &= ~other.words[w];
        }
    }

    /** Leaves the points below a limit only. */
    void keepBelow(int limit) {
        int word = limit >> 6;
        if (word < words.length) {
            words[word] &= (1L << limit) - 1;
            Arrays.fill(words, word + 1, words.length, 0);
        }
    }

    /** Leaves the points above a limit only. */
    void keepAbove(int limit) {
        Arrays.fill(words, 0, limit >> 6, 0);
        words[limit >> 6] &= -2L << limit;
    }

    void copy(PointSet other) {
        System.arraycopy(other.words, 0, words, 0, words.length);
    }

    /** Becomes all points below a number. */
    void fill(int points) {
        Arrays.fill(words, -1);
        keepBelow(points);
    }

    /** The first point from a place on, or -1. */
    int next(int from) {
        int word = from >> 6;
        if (word >= words.length) {
            return -1;
        }
        long left = words[word] & -1L << from;
        while (left == 0) {
            if (++word == words.length) {
                return -1;
            }
            left = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(left);
    }

    int count() {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** The points, ascending. */
    int[] members() {
        int[] members = new int[count()];
        int at = 0;
        for (int point = next(0); point >= 0; point = next(point + 1)) {
            members[at++] = point;
        }
        return members;
    }
}
