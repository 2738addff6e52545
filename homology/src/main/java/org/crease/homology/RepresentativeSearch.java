package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.jspecify.annotations.Nullable;

/** The ways to diagrams, each with its watcher, who collects what representatives of bars are made of. */
final class RepresentativeSearch implements RipsWays {
    private final int dimension;
    private final double threshold;
    private final PrimeField field;
    private final int threads;
    private final BarSelection selection;
    private @Nullable SortedEdges sorted;
    private @Nullable Found found;

    /** Makes the bars of dimension 1 and above. */
    private interface Found {
        List<Bar> bars(ComponentBars components) throws InterruptedException;
    }

    RepresentativeSearch(int dimension, double threshold, PrimeField field, int threads, BarSelection selection) {
        this.dimension = dimension;
        this.threshold = threshold;
        this.field = field;
        this.threads = threads;
        this.selection = selection;
    }

    @Override
    public List<PersistenceDiagram> loops(EdgeFiltration filtration, Watch watch) throws InterruptedException {
        LoopBars loops = new LoopBars(filtration.matrix(), filtration.edges(), field, selection);
        sorted = filtration.edges();
        found = loops::bars;
        return new LuneFiltration(filtration, field, threads, loops).diagrams(watch);
    }

    @Override
    public List<PersistenceDiagram> higher(int points, SortedEdges edges, Watch watch) throws InterruptedException {
        sorted = edges;
        watch.phase("collapsing lunes", 0.5);
        Optional<LuneGradient> gradient = LuneGradient.of(points, edges, dimension, threads, watch);
        if (gradient.isEmpty()) {
            RipsGraph graph = RipsGraph.of(points, edges);
            CohomologyBars bars = new CohomologyBars(graph, field, selection);
            found = bars::bars;
            return new Cohomology(edges, graph, field, bars).diagrams(dimension, watch);
        }
        watch.keeps(gradient.get().bytes());
        watch.phase("following cocycles", 1);
        MorseBars bars = new MorseBars(points, edges, gradient.get(), field, selection, dimension);
        found = bars::bars;
        return new MorseFiltration(points, edges, gradient.get(), field, dimension, bars).diagrams(watch);
    }

    /** The bars that were selected, once the diagrams of dimension 1 and above are there. */
    List<Bar> bars(FiniteMetricSpace space) throws InterruptedException {
        List<Bar> bars = new ArrayList<>();
        ComponentBars components = new ComponentBars(births(space), threshold, field, selection, bars);
        components.addAll(sorted == null ? edges(space) : sorted);
        if (found != null) {
            bars.addAll(found.bars(components));
        }
        return bars;
    }

    private SortedEdges edges(FiniteMetricSpace space) throws InterruptedException {
        return space instanceof SparseDistances sparse
                ? SortedEdges.upTo(sparse, threshold)
                : SortedEdges.upTo(DistanceMatrix.of(space), threshold, threads);
    }

    private static float[] births(FiniteMetricSpace space) {
        float[] births = ElderRule.births(space);
        return births.length == 0 ? new float[space.size()] : births;
    }
}
