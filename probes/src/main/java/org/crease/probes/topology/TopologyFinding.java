package org.crease.probes.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.homology.diagram.BettiCurve;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.Lifespans;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.representative.Bar;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.cloud.LayerCloud;

/**
 * The diagrams of a layer as a finding.
 *
 * <p>Summary, for each dimension k: {@code hk_infinite} (bars that never end), {@code hk_total_persistence},
 * {@code hk_max_persistence}, {@code hk_entropy} (of the finite bars; NaN when there is none), {@code hk_count} (finite
 * bars longer than a share of the scale, and infinite ones); and {@code points}, {@code scale} (the largest looked at) and
 * {@code mst_length}, which is the total persistence of dimension 0 when that is complete.
 *
 * <p>Arrays: {@code hk} (pairs, 2) float64 with infinite deaths, {@code betti_grid} (grid) float64, {@code bettik} (grid)
 * int32, {@code ids} (points) int32; {@link CocycleArrays} where representatives are asked for.
 *
 * @param told notes on how they were computed
 */
record TopologyFinding(
        TopologySettings settings, LayerCloud cloud, Diagrams diagrams, List<Bar> bars, List<String> told) {

    Finding at(long step, String probe) {
        Map<String, Double> summary = new LinkedHashMap<>();
        Map<String, Array> arrays = new LinkedHashMap<>();
        double[] grid = BettiCurve.grid(diagrams.threshold(), settings.gridSize());
        summary.put("points", (double) cloud.points().size());
        summary.put("scale", diagrams.threshold());
        arrays.put("ids", new Array(cloud.ids(), cloud.ids().length));
        arrays.put("betti_grid", new Array(grid, grid.length));
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            summarise(diagram, summary);
            String dimension = String.valueOf(diagram.dimension());
            arrays.put("h" + dimension, new Array(diagram.toArray(), diagram.size(), 2));
            int[] betti = BettiCurve.of(diagram, grid).values();
            arrays.put("betti" + dimension, new Array(betti, betti.length));
        }
        putCocycles(arrays);
        summary.put("mst_length", diagrams.of(0).lifespans().total());
        return new Finding(step, cloud.layer(), probe, summary, arrays, notes());
    }

    private void putCocycles(Map<String, Array> arrays) {
        LongestBars longest = new LongestBars(diagrams, settings.representatives());
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            if (settings.representatives() > 0 && diagram.dimension() > 0) {
                List<Bar> candidates = bars.stream()
                        .filter(bar -> bar.dimension() == diagram.dimension())
                        .toList();
                new CocycleArrays(diagram.dimension(), longest.of(diagram, candidates), cloud.ids()).addTo(arrays);
            }
        }
    }

    private void summarise(PersistenceDiagram diagram, Map<String, Double> summary) {
        String prefix = "h" + diagram.dimension() + "_";
        Lifespans lifespans = diagram.lifespans();
        int counted = lifespans.countLongerThan(settings.countAbove() * diagrams.threshold()) + diagram.infinite();
        summary.put(prefix + "count", (double) counted);
        summary.put(prefix + "max_persistence", lifespans.longest());
        summary.put(prefix + "total_persistence", lifespans.total());
        summary.put(prefix + "entropy", lifespans.entropy());
        summary.put(prefix + "infinite", (double) diagram.infinite());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(cloud.notes());
        int pieces = diagrams.of(0).infinite();
        if (pieces > 1) {
            notes.add(
                    "the cloud is in " + pieces + " pieces at infinite distance; their bars of dimension 0 never end");
        }
        notes.addAll(told);
        return notes;
    }
}
