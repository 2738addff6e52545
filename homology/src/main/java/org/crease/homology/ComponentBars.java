package org.crease.homology;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;
import org.jspecify.annotations.Nullable;

/**
 * Representatives of dimension 0. Of two components that an edge merges, the one whose eldest point is younger dies; of points
 * born at once the lower number counts as the elder. The cocycle is 1 on that component, the cycle its eldest point less the
 * other's, the filling the path between them. Edges are added in their order.
 */
final class ComponentBars {
    private static final int NONE = -1;

    private final float[] births; // of points
    private final double threshold;
    private final PrimeField field;
    private final BarSelection selection;
    private final List<Bar> bars;
    private final SpanningForest forest;
    private @Nullable RootedForest rooted; // once all edges are in
    private @Nullable ForestCycle cycle; // then
    private final int[] parent; // a component's eldest point is its root
    private final int[] last; // in the list of a root's component
    private final int[] next;
    private int components;

    /**
     * Of points born at these scales.
     *
     * @param bars gets those that are selected
     */
    ComponentBars(float[] births, double threshold, PrimeField field, BarSelection selection, List<Bar> bars) {
        this.births = births;
        this.threshold = threshold;
        int points = births.length;
        components = points;
        this.field = field;
        this.selection = selection;
        this.bars = bars;
        forest = new SpanningForest(points);
        parent = new int[points];
        last = new int[points];
        next = new int[points];
        Arrays.setAll(parent, k -> k);
        Arrays.setAll(last, k -> k);
        Arrays.fill(next, NONE);
    }

    /** Looks at the edges in their order, then at the components that remain. */
    void addAll(SortedEdges edges) throws InterruptedException {
        for (int e = 0; e < edges.count() && components > 1; e++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted at edge " + e + " of " + edges.count());
            }
            merge(edges.high(e), edges.low(e), edges.length(e));
        }
        rooted = forest.rooted();
        cycle = new ForestCycle(rooted, field);
        for (int point = 0; point < parent.length; point++) {
            if (parent[point] == point && isBorn(point) && selection.wants(0, births[point], Float.POSITIVE_INFINITY)) {
                addInfinite(point);
            }
        }
    }

    /** Closes cycles by the forest of the edges that merged components, one after the other; once all edges are in. */
    ForestCycle cycle() {
        return Objects.requireNonNull(cycle);
    }

    private void merge(int i, int j, float length) {
        int a = root(i);
        int b = root(j);
        if (a == b) {
            return;
        }
        int elder = births[a] < births[b] || (births[a] == births[b] && a < b) ? a : b;
        int dying = elder == a ? b : a;
        forest.join(i, j);
        if (length > births[dying] && selection.wants(0, births[dying], length)) {
            Simplex edge = Simplex.of(i, j);
            Chain cycle = new Chain.Builder(0, field.modulus())
                    .add(1, dying)
                    .add(-1, elder)
                    .build();
            bars.add(new Bar(
                    0,
                    births[dying],
                    length,
                    Simplex.of(dying),
                    edge,
                    component(dying, length),
                    cycle,
                    () -> path(elder, dying)));
        }
        components--;
        parent[dying] = elder;
        next[last[elder]] = dying;
        last[elder] = last[dying];
    }

    private boolean isBorn(int point) {
        return births[point] <= threshold && births[point] < Float.POSITIVE_INFINITY;
    }

    private void addInfinite(int root) {
        Chain cycle = new Chain.Builder(0, field.modulus()).add(1, root).build();
        bars.add(new Bar(
                0,
                births[root],
                Float.POSITIVE_INFINITY,
                Simplex.of(root),
                null,
                component(root, Float.POSITIVE_INFINITY),
                cycle,
                null));
    }

    /** 1 on the points of a component that are born before its death. */
    private Chain component(int root, float death) {
        Chain.Builder chain = new Chain.Builder(0, field.modulus());
        for (int point = root; point != NONE; point = next[point]) {
            if (births[point] < death) {
                chain.add(1, point);
            }
        }
        return chain.build();
    }

    private Chain path(int from, int to) {
        Chain.Builder path = new Chain.Builder(1, field.modulus());
        Objects.requireNonNull(rooted).addPath(from, to, field, path);
        return path.build();
    }

    private int root(int point) {
        int at = point;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
