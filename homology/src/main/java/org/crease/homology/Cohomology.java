package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * Persistent cohomology of any dimension over any prime field, without writing the coboundary matrix down. Simplices are
 * ordered by diameter, equal ones by {@linkplain SimplexIndex index}. In each dimension a few simplices remain whose
 * coboundary must be {@linkplain Reduction reduced}, found by {@link ColumnAssembly}; dimension 0 is a union of sets.
 *
 * <p>Looks at every simplex of the highest dimension asked for, so takes time in proportion to their number, mostly; memory
 * for the columns that remain.
 *
 * <p>U. Bauer, <i>Ripser: efficient computation of Vietoris-Rips persistence barcodes</i>, J. Appl. Comput. Topol. 5, 2021;
 * V. de Silva, D. Morozov, M. Vejdemo-Johansson, <i>Dualities in persistent (co)homology</i>, Inverse Problems 27, 2011;
 * C. Chen, M. Kerber, <i>Persistent homology computation with a twist</i>, EuroCG 2011 (clearing).
 */
final class Cohomology {
    private final SortedEdges edges;
    private final RipsGraph graph;
    private final PrimeField field;
    private final ColumnObserver observer;

    Cohomology(SortedEdges edges, RipsGraph graph, PrimeField field) {
        this(edges, graph, field, ColumnObserver.NONE);
    }

    Cohomology(SortedEdges edges, RipsGraph graph, PrimeField field, ColumnObserver observer) {
        this.observer = observer;
        this.edges = edges;
        this.graph = graph;
        this.field = field;
    }

    /**
     * The diagrams of dimension 0 to {@code dimension}.
     *
     * @throws IllegalArgumentException when there are more simplices than a long can number
     */
    List<PersistenceDiagram> diagrams(int dimension) throws InterruptedException {
        return diagrams(dimension, Watch.none());
    }

    /** The same, told how far it is. */
    List<PersistenceDiagram> diagrams(int dimension, Watch watch) throws InterruptedException {
        // a simplex of n - 1 dimensions is on all points, and no cycle
        int highest = Math.min(dimension, graph.points() - 2);
        SimplexIndex index = new SimplexIndex(graph.points(), Math.max(2, highest + 2));
        LongIntMap cleared = new LongIntMap();
        List<PersistenceDiagram> diagrams = new ArrayList<>();
        diagrams.add(components(index, cleared));
        for (int d = 1; d <= highest; d++) {
            watch.phase("looking for columns of dimension " + d, 0.2);
            Columns columns = new ColumnAssembly(graph, index, d + 1, cleared).lastFirst(watch);
            watch.phase("reducing columns of dimension " + d, d == highest ? 1 : 0.3);
            observer.start(d, index);
            Reduction reduction = new Reduction(graph, index, d + 1, field, observer);
            diagrams.add(reduction.diagram(columns, watch));
            cleared = reduction.pivots();
        }
        for (int d = diagrams.size(); d <= dimension; d++) {
            diagrams.add(new PersistenceDiagram.Builder(d).build());
        }
        return diagrams;
    }

    /** The diagram of dimension 0; the edges that merge components are noted as pivots. */
    private PersistenceDiagram components(SimplexIndex index, LongIntMap pivots) {
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(0);
        DisjointSets components = new DisjointSets(graph.points());
        int[] ends = new int[2];
        for (int e = 0; e < edges.count() && components.count() > 1; e++) {
            ends[0] = edges.high(e);
            ends[1] = edges.low(e);
            if (components.join(ends[0], ends[1])) {
                diagram.add(0, edges.length(e));
                pivots.put(index.of(ends, 2), pivots.size());
            }
        }
        for (int k = 0; k < components.count(); k++) {
            diagram.add(0, Double.POSITIVE_INFINITY);
        }
        return diagram.build();
    }
}
