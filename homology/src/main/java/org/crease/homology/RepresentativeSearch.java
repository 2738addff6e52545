package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Representatives;

/**
 * Computes diagrams and, beside them, representatives of bars, by the ways that {@link VietorisRips} goes, each of which has
 * its watcher.
 */
final class RepresentativeSearch {
    private final VietorisRips rips;
    private final int dimension;
    private final double threshold;
    private final PrimeField field;
    private final int threads;
    private final BarSelection selection;

    RepresentativeSearch(
            VietorisRips rips, int dimension, double threshold, PrimeField field, int threads, BarSelection selection) {
        this.rips = rips;
        this.dimension = dimension;
        this.threshold = threshold;
        this.field = field;
        this.threads = threads;
        this.selection = selection;
    }

    Representatives of(FiniteMetricSpace space) throws InterruptedException {
        if (space instanceof SparseDistances sparse) {
            return ofPairs(space, sparse, Math.min(sparse.enclosingRadius(), sparse.largest()));
        }
        Optional<SparseDistances> near = rips.near(space);
        return near.isPresent()
                ? ofPairs(space, near.get(), near.get().enclosingRadius())
                : ofMatrix(DistanceMatrix.of(space));
    }

    private Representatives ofMatrix(DistanceMatrix matrix) throws InterruptedException {
        double last = VietorisRips.lastScale(matrix);
        double cut = Math.min(threshold, last);
        SortedEdges edges = SortedEdges.upTo(matrix, cut, threads);
        List<Bar> bars = new ArrayList<>();
        ComponentBars components = components(matrix.size(), edges, bars);
        if (dimension == 0) {
            return new Representatives(rips.diagrams(matrix), bars);
        }
        if (dimension > 1) {
            return byDimensions(matrix.size(), edges, components, bars, cut, last);
        }
        LoopBars loops = new LoopBars(matrix, edges, field, selection);
        List<PersistenceDiagram> diagrams = new LuneFiltration(matrix.size(), edges, field, threads, loops).diagrams();
        bars.addAll(loops.bars(components));
        return new Representatives(new Diagrams(field.modulus(), cut, threshold >= last, diagrams), bars);
    }

    /** By the pairs of a space that matter; nothing happens past the last scale. */
    private Representatives ofPairs(FiniteMetricSpace space, SparseDistances pairs, double last)
            throws InterruptedException {
        double cut = Math.min(threshold, last);
        SortedEdges edges = SortedEdges.upTo(pairs, cut);
        List<Bar> bars = new ArrayList<>();
        ComponentBars components = components(pairs.size(), edges, bars);
        return dimension == 0
                ? new Representatives(rips.diagrams(space), bars)
                : byDimensions(pairs.size(), edges, components, bars, cut, last);
    }

    private ComponentBars components(int points, SortedEdges edges, List<Bar> bars) throws InterruptedException {
        ComponentBars components = new ComponentBars(points, field, selection, bars);
        components.addAll(edges);
        return components;
    }

    private Representatives byDimensions(
            int points, SortedEdges edges, ComponentBars components, List<Bar> bars, double cut, double last)
            throws InterruptedException {
        RipsGraph graph = RipsGraph.of(points, edges);
        Optional<LuneGradient> gradient = LuneGradient.of(points, edges, dimension, threads);
        List<PersistenceDiagram> diagrams = gradient.isPresent()
                ? byGradient(graph, edges, gradient.get(), components, bars)
                : byCohomology(graph, edges, components, bars);
        return new Representatives(new Diagrams(field.modulus(), cut, threshold >= last, diagrams), bars);
    }

    private List<PersistenceDiagram> byGradient(
            RipsGraph graph, SortedEdges edges, LuneGradient gradient, ComponentBars components, List<Bar> bars)
            throws InterruptedException {
        MorseBars higher = new MorseBars(graph, gradient, field, selection, dimension);
        List<PersistenceDiagram> diagrams =
                new MorseFiltration(graph.points(), edges, gradient, field, dimension, higher).diagrams();
        bars.addAll(higher.bars(components));
        return diagrams;
    }

    private List<PersistenceDiagram> byCohomology(
            RipsGraph graph, SortedEdges edges, ComponentBars components, List<Bar> bars) throws InterruptedException {
        CohomologyBars higher = new CohomologyBars(graph, field, selection);
        List<PersistenceDiagram> diagrams = new Cohomology(edges, graph, field, higher).diagrams(dimension);
        bars.addAll(higher.bars(components));
        return diagrams;
    }
}
