package org.crease.probes.quotient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.distance.DiagramDistance;
import org.crease.homology.distance.WassersteinDistance;
import org.crease.homology.metric.PointClasses;
import org.crease.probes.Array;
import org.crease.probes.Finding;

/**
 * Three spaces compared: the network's input, its quotient, and the layer.
 *
 * <p>Summary: {@code classes} (regions made points), {@code collapsed_share} (of the inputs, in these); then for each dimension
 * k and each space, as {@code hk_..} of the quotient, {@code input_hk_..} and {@code layer_hk_..}: {@code betti} at the scale
 * asked for, {@code total_persistence}; and for input and layer the distances {@code wasserstein} and {@code bottleneck} of
 * their diagram from the quotient's. Arrays: {@code hk}, {@code input_hk}, {@code layer_hk} of shape (pairs, 2); {@code id};
 * {@code class} of each input, -1 where it is in none.
 *
 * @param ids of the inputs
 * @param classes of the inputs by region, before all are made one where that is asked for
 */
record QuotientFinding(
        QuotientSettings settings, int[] ids, PointClasses classes, Diagrams input, Diagrams quotient, Diagrams layer) {

    /** 1-Wasserstein with the euclidean norm inside, as persim has it. */
    private static final DiagramDistance WASSERSTEIN =
            WassersteinDistance.ofOrder(1).withInnerNorm(2);

    private static final DiagramDistance BOTTLENECK = new BottleneckDistance();

    Finding at(long step, String layerName, String probe, List<String> notes) {
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("classes", (double) classes.count());
        summary.put("collapsed_share", ids.length == 0 ? Double.NaN : (double) classes.classified() / ids.length);
        for (int k = 0; k <= settings.dimension(); k++) {
            describe("h" + k, quotient, k, summary);
            describe("input_h" + k, input, k, summary);
            compare("input_h" + k, input.of(k), quotient.of(k), summary);
            describe("layer_h" + k, layer, k, summary);
            compare("layer_h" + k, layer.of(k), quotient.of(k), summary);
        }
        return new Finding(step, layerName, probe, summary, arrays(), notes);
    }

    /** The finding in a layer whose ranks are undefined: no number is defined. */
    static Finding undefined(Finding rank, String probe, QuotientSettings settings) {
        PointClasses none = PointClasses.of(0);
        List<PersistenceDiagram> empty = new ArrayList<>();
        for (int k = 0; k <= settings.dimension(); k++) {
            empty.add(new PersistenceDiagram.Builder(k).build());
        }
        Diagrams nothing = new Diagrams(2, 0, true, empty);
        Finding shape = new QuotientFinding(settings, new int[0], none, nothing, nothing, nothing)
                .at(rank.step(), rank.layer(), probe, rank.notes());
        Map<String, Double> summary = new LinkedHashMap<>(shape.summary());
        summary.replaceAll((key, value) -> Double.NaN);
        return new Finding(rank.step(), rank.layer(), probe, summary, Map.of(), rank.notes());
    }

    private void describe(String prefix, Diagrams diagrams, int dimension, Map<String, Double> summary) {
        PersistenceDiagram diagram = diagrams.of(dimension);
        double scale = settings.scale() * diagrams.threshold();
        summary.put(prefix + "_betti", (double) diagram.bettiNumber(scale));
        summary.put(prefix + "_total_persistence", diagram.lifespans().total());
    }

    private static void compare(
            String prefix, PersistenceDiagram own, PersistenceDiagram quotient, Map<String, Double> summary) {
        summary.put(prefix + "_wasserstein", WASSERSTEIN.between(own, quotient));
        summary.put(prefix + "_bottleneck", BOTTLENECK.between(own, quotient));
    }

    private Map<String, Array> arrays() {
        Map<String, Array> arrays = new LinkedHashMap<>();
        put("", quotient, arrays);
        put("input_", input, arrays);
        put("layer_", layer, arrays);
        arrays.put("id", new Array(ids.clone(), ids.length));
        int[] classOf = IntStream.range(0, ids.length).map(classes::classOf).toArray();
        arrays.put("class", new Array(classOf, classOf.length));
        return arrays;
    }

    private static void put(String prefix, Diagrams diagrams, Map<String, Array> arrays) {
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            arrays.put(prefix + "h" + diagram.dimension(), new Array(diagram.toArray(), diagram.size(), 2));
        }
    }
}
