package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;

/** The partition by one layer as a finding: summary, arrays and notes as the handbook's page on this probe lists them. */
final class PartitionFinding {
    private final Snapshot snapshot;
    private final String probe;
    private final Plane plane;
    private final int dimension;

    /** @param dimension a region whose rank is below this is collapsed */
    PartitionFinding(Snapshot snapshot, String probe, Plane plane, int dimension) {
        this.snapshot = snapshot;
        this.probe = probe;
        this.plane = plane;
        this.dimension = dimension;
    }

    Finding of(LayerRegions regions) {
        List<String> notes = new ArrayList<>();
        if (!plane.fills()) {
            notes.add("on the plane through three points, which are (0, 0), (1, 0) and (0, 1); areas are in these"
                    + " coordinates, ranks are those of the map from the whole input");
        }
        long thin = regions.borders().stream()
                .filter(border -> border.differing() > 1)
                .count();
        if (thin > 0) {
            notes.add(thin + " pairs of neighbours differ in more than one unit, whose lines coincide");
        }
        double[] areas = new double[regions.size()];
        Arrays.setAll(areas, regions.polygons()::area);
        return new Finding(
                snapshot.step(), regions.layer(), probe, summary(regions, areas), arrays(regions, areas), notes);
    }

    /** The finding in a layer that the partition does not come to: no number is defined. */
    Finding undefined(String layer, String reason) {
        Map<String, Double> summary = new LinkedHashMap<>();
        for (String name : List.of(
                "regions",
                "borders",
                "rank_mean",
                "rank_min",
                "rank_max",
                "active_mean",
                "collapsed_area",
                "area_min",
                "area_median",
                "area_max")) {
            summary.put(name, Double.NaN);
        }
        return new Finding(
                snapshot.step(), layer, probe, summary, Map.of(), List.of("the partition is undefined: " + reason));
    }

    /** The regions by the network's last layer, with what it puts out. */
    Finding of(LayerRegions regions, CornerValues output) {
        return with(of(regions), output);
    }

    /** The finding in a last layer that is smooth: no number is defined, but what it puts out before that. */
    Finding undefined(String layer, String reason, CornerValues output) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        putPolygons(output.polygons(), arrays);
        Finding undefined = undefined(layer, reason);
        List<String> notes = new ArrayList<>(undefined.notes());
        notes.add("output is what enters that function, at the corners of the regions by the layers before");
        return with(new Finding(undefined.step(), layer, probe, undefined.summary(), arrays, notes), output);
    }

    private static Finding with(Finding finding, CornerValues output) {
        Map<String, Array> arrays = new LinkedHashMap<>(finding.arrays());
        List<String> notes = new ArrayList<>(finding.notes());
        if (output.complete()) {
            arrays.put("output", new Array(output.values(), output.corners(), output.units()));
        } else {
            notes.add("the " + output.units() + " outputs at " + output.corners() + " corners are too many to be kept");
        }
        return new Finding(finding.step(), finding.layer(), finding.probe(), finding.summary(), arrays, notes);
    }

    private Map<String, Double> summary(LayerRegions regions, double[] areas) {
        double ranks = 0;
        double active = 0;
        double collapsed = 0;
        double whole = 0;
        for (int i = 0; i < areas.length; i++) {
            ranks += regions.ranks()[i] * areas[i];
            active += regions.active()[i] * areas[i];
            collapsed += regions.ranks()[i] < dimension ? areas[i] : 0;
            whole += areas[i];
        }
        double[] sorted = areas.clone();
        Arrays.sort(sorted);
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("regions", (double) regions.size());
        summary.put("borders", (double) regions.borders().size());
        summary.put("rank_mean", ranks / whole);
        summary.put("rank_min", (double) Arrays.stream(regions.ranks()).min().orElse(0));
        summary.put("rank_max", (double) Arrays.stream(regions.ranks()).max().orElse(0));
        summary.put("active_mean", active / whole);
        summary.put("collapsed_area", collapsed / whole);
        summary.put("area_min", sorted[0]);
        summary.put("area_median", sorted[sorted.length / 2]);
        summary.put("area_max", sorted[sorted.length - 1]);
        return summary;
    }

    private Map<String, Array> arrays(LayerRegions regions, double[] areas) {
        int size = regions.size();
        Map<String, Array> arrays = new LinkedHashMap<>();
        putPolygons(regions.polygons(), arrays);
        arrays.put("region", new Array(regions.hashes().clone(), size));
        arrays.put("rank", new Array(regions.ranks().clone(), size));
        arrays.put("active", new Array(regions.active().clone(), size));
        arrays.put("active_in_all", new Array(regions.activeInAll().clone(), size));
        arrays.put("area", new Array(areas, size));
        borders(regions, arrays);
        strata(regions, areas, arrays);
        return arrays;
    }

    private void putPolygons(Polygons polygons, Map<String, Array> arrays) {
        Window window = plane.window();
        arrays.put("window", doubles(window.left(), window.right(), window.bottom(), window.top()));
        if (!plane.fills()) {
            arrays.put("plane", plane());
        }
        arrays.put("vertices", new Array(polygons.coordinates(), polygons.corners().length, 2));
        arrays.put("offsets", new Array(polygons.offsets().clone(), polygons.size() + 1));
    }

    private Array plane() {
        int features = plane.features();
        double[] rows = Arrays.copyOf(plane.origin(), 3 * features);
        System.arraycopy(plane.first(), 0, rows, features, features);
        System.arraycopy(plane.second(), 0, rows, 2 * features, features);
        return new Array(rows, 3, features);
    }

    private static Array doubles(double... numbers) {
        return new Array(numbers, numbers.length);
    }

    private void borders(LayerRegions regions, Map<String, Array> arrays) {
        List<String> names = snapshot.layers().stream().map(LayerSnapshot::name).toList();
        int count = regions.borders().size();
        int[] pairs = new int[2 * count];
        int[] units = new int[2 * count];
        int[] differing = new int[count];
        for (int i = 0; i < count; i++) {
            Border border = regions.borders().get(i);
            pairs[2 * i] = border.left();
            pairs[2 * i + 1] = border.right();
            units[2 * i] = names.indexOf(border.layer());
            units[2 * i + 1] = border.unit();
            differing[i] = border.differing();
        }
        arrays.put("border", new Array(pairs, count, 2));
        arrays.put("border_unit", new Array(units, count, 2));
        arrays.put("border_differing", new Array(differing, count));
    }

    private static void strata(LayerRegions regions, double[] areas, Map<String, Array> arrays) {
        double whole = 0;
        TreeMap<Integer, Double> sums = new TreeMap<>();
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < areas.length; i++) {
            sums.merge(regions.ranks()[i], areas[i], Double::sum);
            whole += areas[i];
            counts.merge(regions.ranks()[i], 1, Integer::sum);
        }
        int[] ranks = sums.keySet().stream().mapToInt(rank -> rank).toArray();
        arrays.put("strata_rank", new Array(ranks, ranks.length));
        arrays.put(
                "strata_count",
                new Array(counts.values().stream().mapToInt(count -> count).toArray(), ranks.length));
        double[] ofWhole = new double[ranks.length];
        for (int k = 0; k < ranks.length; k++) {
            ofWhole[k] = Objects.requireNonNull(sums.get(ranks[k])) / whole;
        }
        arrays.put("strata_area", new Array(ofWhole, ranks.length));
    }
}
