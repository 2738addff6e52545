package org.crease.homology;

/**
 * Pairs off cliques of the core of a lune, its points in an order in which each but the first of its component has a
 * neighbour before it. A clique is paired with the one that has its first common neighbour besides, where that comes before
 * all of its points; the clique and its partner then have the same such point. A clique is <i>critical</i> when no common
 * neighbour comes before it, although one does before what it is without its first point. Where one point is joined to all
 * others, nothing is.
 *
 * <p>With the order of simplices by their points, the later first, these are apparent pairs, hence a gradient: U. Bauer,
 * <i>Ripser</i>, J. Appl. Comput. Topol. 5, 2021, section 3.4.
 */
final class CoreMatching {
    private final BitGraph graph;
    private final int[] order;
    private final int largest;
    private final long limit;
    private final CharList[] critical; // by size, from 1
    private long found;
    private final PointSet earlier; // than the first point of the clique at hand
    private final PointSet later;
    private final int[] clique;
    private final PointSet[] candidates; // by size of the clique at hand: common neighbours later than its first point,
    private final PointSet[] before; // earlier ones
    private final PointSet[] beforeRest; // and earlier ones of the clique without its first point
    private final PointSet uncovered;

    /**
     * Lists the critical cliques of up to {@code largest} points, or some when there are more than {@code limit}.
     *
     * @param core points of the graph
     */
    CoreMatching(BitGraph graph, PointSet core, int largest, long limit) throws InterruptedException {
        this.graph = graph;
        this.largest = largest;
        this.limit = limit;
        order = inward(core);
        critical = new CharList[largest];
        clique = new int[largest];
        earlier = new PointSet(graph.words());
        later = new PointSet(graph.words());
        later.copy(core);
        uncovered = new PointSet(graph.words());
        candidates = sets();
        before = sets();
        beforeRest = sets();
        for (int size = 0; size < largest; size++) {
            critical[size] = new CharList();
        }
        for (int place = 0; place < order.length && found <= limit; place++) {
            start(order[place]);
        }
    }

    /** The points by breadth-first search, from one of most neighbours in each component. */
    private int[] inward(PointSet core) {
        PointSet left = new PointSet(graph.words());
        PointSet near = new PointSet(graph.words());
        left.copy(core);
        int[] points = new int[core.count()];
        int end = 0;
        for (int at = 0; at < points.length; at++) {
            if (at == end) {
                points[end] = graph.busiest(left);
                left.remove(points[end++]);
            }
            if (graph.neighbours(points[at], left, near)) {
                for (int point = near.next(0); point >= 0; point = near.next(point + 1)) {
                    points[end++] = point;
                }
                left.removeAll(near);
            }
        }
        return points;
    }

    private PointSet[] sets() {
        PointSet[] sets = new PointSet[largest + 1];
        for (int size = 1; size <= largest; size++) {
            sets[size] = new PointSet(graph.words());
        }
        return sets;
    }

    /** The points of the core in the order of the matching. */
    int[] order() {
        return order;
    }

    /** The critical cliques of 1, 2, ... points, one after the other. */
    char[][] critical() {
        char[][] cliques = new char[largest][];
        for (int size = 1; size <= largest; size++) {
            cliques[size - 1] = critical[size - 1].toArray();
        }
        return cliques;
    }

    /** Goes through the cliques of which this point is the first. */
    private void start(int first) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while matching cliques of a core");
        }
        later.remove(first);
        if (first != order[0]) {
            clique[0] = first;
            beforeRest[1].copy(earlier);
            if (!graph.neighbours(first, earlier, before[1])) {
                add(1);
            }
            if (largest > 1 && graph.neighbours(first, later, candidates[1])) {
                extend(1);
            }
        }
        earlier.add(first);
    }

    /** Goes through the larger cliques. */
    private void extend(int size) {
        if (size + 1 == largest) {
            extendForTheLastTime(size);
            return;
        }
        PointSet more = candidates[size];
        for (int point = more.next(0); point >= 0 && found <= limit; point = more.next(point + 1)) {
            // without such a point, this clique and all larger ones are the later in their pairs
            if (graph.neighbours(point, beforeRest[size], beforeRest[size + 1])) {
                clique[size] = point;
                if (!graph.neighbours(point, before[size], before[size + 1])) {
                    add(size + 1);
                }
                if (graph.neighbours(point, more, candidates[size + 1])) {
                    candidates[size + 1].keepAbove(point);
                    extend(size + 1);
                }
            }
        }
    }

    /** Nearly all candidates are neighbours of some point before. */
    private void extendForTheLastTime(int size) {
        uncovered.copy(candidates[size]);
        boolean any = true;
        for (int point = before[size].next(0); point >= 0 && any; point = before[size].next(point + 1)) {
            any = graph.removeNeighbours(point, uncovered);
        }
        if (any) {
            for (int point = uncovered.next(0); point >= 0 && found <= limit; point = uncovered.next(point + 1)) {
                if (graph.meets(point, beforeRest[size])) {
                    clique[size] = point;
                    add(size + 1);
                }
            }
        }
    }

    private void add(int size) {
        found++;
        for (int k = 0; k < size; k++) {
            critical[size - 1].add((char) clique[k]);
        }
    }
}
