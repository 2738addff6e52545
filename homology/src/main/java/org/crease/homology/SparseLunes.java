package org.crease.homology;

import java.util.Arrays;

/**
 * Lunes in a graph whose points have few neighbours: walks along two lists of them. Lists are in the order in which
 * neighbours come, so that those before an edge are the first ones; they are shared by all threads, how far they are read is
 * not.
 */
final class SparseLunes implements LuneCollapses {
    private static final int OUTSIDE = -1;

    private final Neighbours neighbours;
    private final int[] degrees; // so far
    private final int[] places; // of each point in the lune at hand, or OUTSIDE
    private int[] lune = new int[64];
    private int size;
    private int guess; // the point of the lune that came early to both ends
    private BitGraph graph = new BitGraph(0); // on the lune, where it was needed

    SparseLunes(Neighbours neighbours) {
        this.neighbours = neighbours;
        degrees = new int[neighbours.points()];
        places = new int[neighbours.points()];
        Arrays.fill(places, OUTSIDE);
    }

    /** The neighbours of each point of a graph in the order in which edges come: 8 bytes an edge. */
    static final class Neighbours {
        private final int[] starts;
        private final int[] lists;

        Neighbours(int points, SortedEdges edges) {
            starts = new int[points + 1];
            for (int e = 0; e < edges.count(); e++) {
                starts[edges.high(e) + 1]++;
                starts[edges.low(e) + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            lists = new int[2 * edges.count()];
            int[] next = Arrays.copyOf(starts, points);
            for (int e = 0; e < edges.count(); e++) {
                lists[next[edges.high(e)]++] = edges.low(e);
                lists[next[edges.low(e)]++] = edges.high(e);
            }
        }

        int points() {
            return starts.length - 1;
        }
    }

    @Override
    public void join(int i, int j) {
        degrees[i]++;
        degrees[j]++;
    }

    @Override
    public int apex(int i, int j) {
        boolean iHasFewer = degrees[i] < degrees[j];
        collect(iHasFewer ? j : i, iHasFewer ? i : j);
        if (size == 0) {
            return EMPTY;
        }
        for (int k = 0; k < size; k++) {
            places[lune[k]] = k;
        }
        int apex = isApex(guess) ? guess : apexInGraph();
        for (int k = 0; k < size; k++) {
            places[lune[k]] = OUTSIDE;
        }
        return apex;
    }

    /** Collects the lune of two points, in the order of neighbours of the second. */
    private void collect(int i, int j) {
        int[] lists = neighbours.lists;
        int start = neighbours.starts[i];
        int end = start + degrees[i];
        for (int at = start; at < end; at++) {
            places[lists[at]] = at - start;
        }
        size = 0;
        int nearest = Integer.MAX_VALUE;
        int startJ = neighbours.starts[j];
        if (lune.length < degrees[j]) {
            lune = new int[2 * degrees[j]];
        }
        for (int at = startJ; at < startJ + degrees[j]; at++) {
            int point = lists[at];
            int place = places[point];
            if (place != OUTSIDE) {
                lune[size++] = point;
                int reach = Math.max(place, at - startJ);
                if (reach < nearest) {
                    nearest = reach;
                    guess = point;
                }
            }
        }
        for (int at = start; at < end; at++) {
            places[lists[at]] = OUTSIDE;
        }
    }

    private boolean isApex(int point) {
        if (degrees[point] + 1 < size) {
            return false;
        }
        int joined = 0;
        int start = neighbours.starts[point];
        for (int at = start; at < start + degrees[point]; at++) {
            joined += places[neighbours.lists[at]] >>> (Integer.SIZE - 1); // outside
        }
        return degrees[point] - joined + 1 == size;
    }

    /** Makes the graph on the lune and looks for an apex there. */
    private int apexInGraph() {
        graph = new BitGraph(size);
        for (int k = 0; k < size; k++) {
            int start = neighbours.starts[lune[k]];
            int joined = 0;
            for (int at = start; at < start + degrees[lune[k]]; at++) {
                int place = places[neighbours.lists[at]];
                if (place != OUTSIDE) {
                    graph.join(k, place);
                    joined++;
                }
            }
            if (joined + 1 == size) {
                return lune[k];
            }
        }
        return NO_APEX;
    }

    @Override
    public Collapse collapse(int largest, long limit) throws InterruptedException {
        PointSet all = new PointSet(graph.words());
        all.fill(size);
        return Collapse.of(graph, all, Arrays.copyOf(lune, size), largest, limit);
    }
}
