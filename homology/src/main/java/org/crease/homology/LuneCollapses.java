package org.crease.homology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing graph that tells, for two of its points, to what the graph on their common neighbours, their lune, collapses.
 * Neighbours are bits, 64 a word.
 *
 * <p>J. Barmak, E. Minian, <i>Strong homotopy types, nerves and collapses</i>, Discrete Comput. Geom. 47, 2012;
 * J.-D. Boissonnat, S. Pritam, <i>Edge collapse and persistence of flag complexes</i>, SoCG 2020.
 */
final class LuneCollapses {
    /** Of a lune without points. */
    static final int EMPTY = -1;
    /** Of a lune that has no apex. */
    static final int NO_APEX = -2;

    private final int words;
    private final long[] neighbours; // row after row
    private final long[] lune;
    private final long[] common;
    private final long[] around;
    private int guess;

    LuneCollapses(int points) {
        words = (points + Long.SIZE - 1) / Long.SIZE;
        neighbours = new long[points * words];
        lune = new long[words];
        common = new long[words];
        around = new long[words];
    }

    /** Joins two points. */
    void join(int i, int j) {
        neighbours[i * words + (j >> 6)] |= 1L << j;
        neighbours[j * words + (i >> 6)] |= 1L << i;
    }

    /** A point of the lune joined to all others of it, or {@link #NO_APEX}, or {@link #EMPTY}. */
    int apex(int i, int j) {
        long any = 0;
        for (int w = 0; w < words; w++) {
            lune[w] = neighbours[i * words + w] & neighbours[j * words + w];
            any |= lune[w];
        }
        if (any == 0) {
            return EMPTY;
        }
        if (!contains(lune, guess) || !isApex(guess)) {
            System.arraycopy(lune, 0, common, 0, words);
            int found = joinedToAll(lune);
            if (found < 0) {
                return NO_APEX;
            }
            guess = found;
        }
        return guess;
    }

    /** The collapse of the lune last asked for, which has points. */
    Collapse collapse() throws InterruptedException {
        List<Integer> hubs = new ArrayList<>();
        List<long[]> gone = new ArrayList<>();
        int hub = removeAroundHub();
        while (hub >= 0) {
            hubs.add(hub);
            gone.add(common.clone());
            hub = removeAroundHub();
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int point = next(lune, 0); point >= 0; point = next(lune, point + 1)) {
                requireUninterrupted();
                hub = dominator(point);
                if (hub >= 0) {
                    remove(lune, point);
                    Arrays.fill(common, 0);
                    common[point >> 6] = 1L << point;
                    hubs.add(hub);
                    gone.add(common.clone());
                    changed = true;
                }
            }
        }
        return new Collapse(
                members(lune), hubs.stream().mapToInt(Integer::intValue).toArray(), gone.toArray(new long[0][]));
    }

    /** The number of cliques of up to {@code largest} of these points, or more than {@code limit} when there are more. */
    long cliques(int[] points, int largest, long limit) throws InterruptedException {
        long[][] candidates = new long[largest][words];
        for (int point : points) {
            candidates[0][point >> 6] |= 1L << point;
        }
        return cliques(candidates, 0, limit);
    }

    private long cliques(long[][] candidates, int depth, long limit) throws InterruptedException {
        requireUninterrupted();
        long[] here = candidates[depth];
        long count = 0;
        for (int point = next(here, 0); point >= 0 && count <= limit; point = next(here, point + 1)) {
            count++;
            if (depth + 1 < candidates.length) {
                for (int w = 0; w < words; w++) {
                    candidates[depth + 1][w] = here[w] & neighbours[point * words + w];
                }
                clearUpTo(candidates[depth + 1], point);
                count += cliques(candidates, depth + 1, limit - count);
            }
        }
        return count;
    }

    private static void clearUpTo(long[] set, int point) {
        Arrays.fill(set, 0, point >> 6, 0);
        set[point >> 6] &= -2L << point;
    }

    /**
     * Takes out what the point with most neighbours in the lune dominates at once: its neighbours that are joined to no
     * point but its neighbours. They are left in {@code common}; the point is returned, or -1 when there are none.
     */
    private int removeAroundHub() throws InterruptedException {
        requireUninterrupted();
        int hub = busiest();
        for (int w = 0; w < words; w++) {
            common[w] = lune[w] & neighbours[hub * words + w];
        }
        for (int far = next(lune, 0); far >= 0; far = next(lune, far + 1)) {
            if (far != hub && !areJoined(hub, far)) {
                for (int w = 0; w < words; w++) {
                    common[w] &= ~neighbours[far * words + w];
                }
            }
        }
        long any = 0;
        for (int w = 0; w < words; w++) {
            lune[w] &= ~common[w];
            any |= common[w];
        }
        return any == 0 ? -1 : hub;
    }

    private int busiest() {
        int busiest = -1;
        int most = -1;
        for (int point = next(lune, 0); point >= 0; point = next(lune, point + 1)) {
            int count = 0;
            for (int w = 0; w < words; w++) {
                count += Long.bitCount(lune[w] & neighbours[point * words + w]);
            }
            if (count > most) {
                most = count;
                busiest = point;
            }
        }
        return busiest;
    }

    /** A neighbour in the lune that is joined to all others, or -1. */
    private int dominator(int point) {
        long any = 0;
        for (int w = 0; w < words; w++) {
            around[w] = lune[w] & neighbours[point * words + w];
            common[w] = around[w];
            any |= around[w];
        }
        return any == 0 ? -1 : joinedToAll(around);
    }

    /** Narrows {@code common}, which holds a set, down to its points that are joined to all of the set; one, or -1. */
    private int joinedToAll(long[] set) {
        for (int point = next(set, 0); point >= 0; point = next(set, point + 1)) {
            boolean self = contains(common, point);
            long any = 0;
            for (int w = 0; w < words; w++) {
                common[w] &= neighbours[point * words + w];
                any |= common[w];
            }
            if (self) {
                common[point >> 6] |= 1L << point;
            } else if (any == 0) {
                return -1;
            }
        }
        return next(common, 0);
    }

    private boolean isApex(int point) {
        remove(lune, point);
        long left = 0;
        for (int w = 0; w < words; w++) {
            left |= lune[w] & ~neighbours[point * words + w];
        }
        lune[point >> 6] |= 1L << point;
        return left == 0;
    }

    private boolean areJoined(int i, int j) {
        return (neighbours[i * words + (j >> 6)] >>> j & 1) != 0;
    }

    private static boolean contains(long[] set, int point) {
        return (set[point >> 6] >>> point & 1) != 0;
    }

    private static void remove(long[] set, int point) {
        set[point >> 6] &= ~(1L << point);
    }

    /** The first point of a set from a place on, or -1. */
    private static int next(long[] set, int from) {
        int word = from >> 6;
        if (word >= set.length) {
            return -1;
        }
        long left = set[word] & -1L << from;
        while (left == 0) {
            if (++word == set.length) {
                return -1;
            }
            left = set[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(left);
    }

    private static int[] members(long[] set) {
        int count = 0;
        for (long word : set) {
            count += Long.bitCount(word);
        }
        int[] members = new int[count];
        int at = 0;
        for (int point = next(set, 0); point >= 0; point = next(set, point + 1)) {
            members[at++] = point;
        }
        return members;
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while collapsing a lune");
        }
    }
}
