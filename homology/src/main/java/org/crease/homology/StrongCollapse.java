package org.crease.homology;

/**
 * Shrinks the graph on some points by domination: a point goes out when a neighbour, its hub, is joined to all of its other
 * neighbours, so that cliques that hold it pair off by the hub. Only the point with most neighbours is tried as a hub, as long
 * as it takes any out; what a search for all dominated points would still find is left to the {@link CoreMatching}, which is
 * cheaper.
 *
 * <p>J. Barmak, E. Minian, <i>Strong homotopy types, nerves and collapses</i>, Discrete Comput. Geom. 47, 2012;
 * J.-D. Boissonnat, S. Pritam, <i>Edge collapse and persistence of flag complexes</i>, SoCG 2020.
 */
final class StrongCollapse {
    private final BitGraph graph;
    private final PointSet left;
    private final PointSet common;
    private final IntList gone = new IntList();
    private final IntList hubs = new IntList();
    private final IntList ends = new IntList(); // of each stage in the points gone

    /** Of these points of a graph, at least one; they become the core. */
    StrongCollapse(BitGraph graph, PointSet points) throws InterruptedException {
        this.graph = graph;
        left = points;
        common = new PointSet(graph.words());
        boolean more = true;
        while (more) {
            more = removeAroundHub();
        }
    }

    /** The points that went out, in this order. */
    IntList gone() {
        return gone;
    }

    /** The hub of each stage. */
    IntList hubs() {
        return hubs;
    }

    /** How many points have gone by the end of each stage. */
    IntList ends() {
        return ends;
    }

    /**
     * Takes out what the point with most neighbours dominates at once: its neighbours that are joined to no point but its
     * neighbours. Whether there were any.
     */
    private boolean removeAroundHub() throws InterruptedException {
        requireUninterrupted();
        int hub = graph.busiest(left);
        boolean any = graph.neighbours(hub, left, common);
        for (int far = left.next(0); any && far >= 0; far = left.next(far + 1)) {
            if (far != hub && !graph.areJoined(hub, far)) {
                any = graph.removeNeighbours(far, common);
            }
        }
        if (any) {
            left.removeAll(common);
            endStage(hub);
        }
        return any;
    }

    private void endStage(int hub) {
        for (int point = common.next(0); point >= 0; point = common.next(point + 1)) {
            gone.add(point);
        }
        hubs.add(hub);
        ends.add(gone.size());
    }

    private static void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while collapsing a lune");
        }
    }
}
