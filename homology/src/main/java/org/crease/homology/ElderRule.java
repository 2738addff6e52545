package org.crease.homology;

import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.WeightedSpace;

/**
 * Components of a growing graph whose points are born at scales of their own. Where two components merge, the one born later
 * dies. Edges come in order of length, none before its ends.
 */
final class ElderRule {
    private static final int EDGES_BETWEEN_CHECKS = 1 << 16;

    private final float[] births; // of each set's eldest point, at its root
    private final DisjointSets sets;
    private final PersistenceDiagram.Builder bars = new PersistenceDiagram.Builder(0);

    ElderRule(float[] births) {
        this.births = births.clone();
        this.sets = new DisjointSets(births.length);
    }

    /** When the points of a space are born; none where all are there from the start. */
    static float[] births(FiniteMetricSpace space) {
        if (!(space instanceof WeightedSpace weighted)) {
            return new float[0];
        }
        float[] births = new float[space.size()];
        for (int i = 0; i < births.length; i++) {
            births[i] = weighted.birth(i) + 0f; // -0 becomes 0
            if (!(births[i] >= 0)) {
                throw new IllegalArgumentException(
                        "birth of point " + i + " is " + births[i] + "; it must be zero, positive or infinite");
            }
        }
        return births;
    }

    /** The last finite of some births, 0 when there is none. */
    static float last(float[] births) {
        float last = 0;
        for (float birth : births) {
            last = birth < Float.POSITIVE_INFINITY ? Math.max(last, birth) : last;
        }
        return last;
    }

    /** The diagram of the whole filtration by these edges, of the points born by a scale. */
    static PersistenceDiagram diagram(SortedEdges edges, float[] births, double scale) throws InterruptedException {
        ElderRule components = new ElderRule(births);
        for (int e = 0; e < edges.count(); e++) {
            if (e % EDGES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted at edge " + e + " of " + edges.count());
            }
            components.join(edges.high(e), edges.low(e), edges.length(e));
        }
        return components.diagram(scale);
    }

    /** Joins two points that are born by a scale. */
    void join(int i, int j, float scale) {
        int a = sets.root(i);
        int b = sets.root(j);
        if (!sets.join(a, b)) {
            return;
        }
        float younger = Math.max(births[a], births[b]);
        if (!(scale >= younger)) {
            throw new IllegalArgumentException("points " + i + " and " + j + " are joined at " + scale
                    + ", one of their components is born at " + younger + "; a distance must not be below a birth");
        }
        births[sets.root(a)] = Math.min(births[a], births[b]);
        bars.add(younger, scale);
    }

    /** The diagram, with an infinite bar for each component that remains and is born by a scale; to be called once. */
    PersistenceDiagram diagram(double scale) {
        boolean[] seen = new boolean[births.length];
        for (int i = 0; i < seen.length; i++) {
            int root = sets.root(i);
            if (!seen[root] && births[root] <= scale && births[root] < Float.POSITIVE_INFINITY) {
                bars.add(births[root], Double.POSITIVE_INFINITY);
            }
            seen[root] = true;
        }
        return bars.build();
    }
}
