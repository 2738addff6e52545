package org.crease.homology;

/**
 * Finds the simplices of one dimension whose coboundaries must be reduced: all but those in apparent pairs and those that
 * are pivots one dimension below, so that their column would come to nothing (<i>clearing</i>). The cliques of the graph
 * are walked through in depth, in ascending order of index, and not kept.
 */
final class ColumnAssembly {
    private static final int BETWEEN_CHECKS = 64;

    private final RipsGraph graph;
    private final SimplexIndex index;
    private final ApparentPairs pairs;
    private final LongIntMap cleared;
    private final int size;
    private final int[] points;
    private final CommonNeighbours[] neighbours; // of the first 1, 2, ... points
    private final Columns found = new Columns();
    private int simplices;

    /**
     * For the simplices of {@code size} points, at least 2.
     *
     * @param cleared holds the simplices to leave out
     */
    ColumnAssembly(RipsGraph graph, SimplexIndex index, int size, LongIntMap cleared) {
        this.graph = graph;
        this.index = index;
        this.pairs = new ApparentPairs(graph, index, size + 1);
        this.cleared = cleared;
        this.size = size;
        this.points = new int[size];
        this.neighbours = new CommonNeighbours[size];
        for (int k = 1; k < size; k++) {
            neighbours[k] = graph.commonNeighbours();
        }
    }

    /** The simplices, the last in the filtration first; to be called once. */
    Columns lastFirst(Watch watch) throws InterruptedException {
        for (int point = 0; point < graph.points(); point++) {
            watch.at(point, graph.points());
            watch.holds(found.bytes() + cleared.bytes());
            points[0] = point;
            extend(1, 0);
        }
        return found.lastFirst();
    }

    private void extend(int known, int diameter) throws InterruptedException {
        CommonNeighbours cursor = neighbours[known];
        cursor.of(points, known);
        int point = cursor.next();
        while (point >= 0 && point < points[known - 1]) {
            points[known] = point;
            int extended = Math.max(diameter, cursor.reach());
            if (known + 1 < size) {
                extend(known + 1, extended);
            } else {
                meet(extended);
            }
            point = cursor.next();
        }
    }

    private void meet(int diameter) throws InterruptedException {
        if (++simplices % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException(
                    "interrupted while looking through the simplices of dimension " + (size - 1));
        }
        if (!pairs.contains(points, size, diameter)) {
            long simplex = index.of(points, size);
            if (cleared.get(simplex) == LongIntMap.ABSENT) {
                found.add(simplex, diameter);
            }
        }
    }
}
