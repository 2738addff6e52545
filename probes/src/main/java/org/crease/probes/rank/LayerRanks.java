package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;

/**
 * What was found in one layer, by input.
 *
 * @param spectra rank and margin
 * @param active number of active units
 * @param regions hash of the global codeword
 */
record LayerRanks(Spectrum[] spectra, int[] active, long[] regions) {

    /** The finding: summary, arrays and notes as the handbook's page on this probe lists them. */
    Finding finding(Snapshot snapshot, String probe, Layer layer, int[] inputs, int dimension) {
        return new Finding(
                snapshot.step(),
                layer.name(),
                probe,
                summary(layer, dimension),
                arrays(snapshot, inputs),
                notes(layer, snapshot.probeSet().size()));
    }

    /** The finding in a layer that the derivative by the input cannot be followed to: no number is defined. */
    static Finding undefined(Snapshot snapshot, String probe, Layer layer, String obstacle) {
        LayerRanks nothing = new LayerRanks(new Spectrum[0], new int[0], new long[0]);
        String note = "ranks are undefined: " + obstacle;
        return new Finding(snapshot.step(), layer.name(), probe, nothing.summary(layer, 0), Map.of(), List.of(note));
    }

    private int[] ranks() {
        return Arrays.stream(spectra).mapToInt(Spectrum::rank).toArray();
    }

    private Map<String, Double> summary(Layer layer, int dimension) {
        int[] ranks = ranks();
        double collapsed = Arrays.stream(ranks).filter(rank -> rank < dimension).count();
        double distinct = Arrays.stream(regions).distinct().count();
        boolean defined = ranks.length > 0;
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("rank_mean", Arrays.stream(ranks).average().orElse(Double.NaN));
        summary.put("rank_min", Arrays.stream(ranks).asDoubleStream().min().orElse(Double.NaN));
        summary.put("rank_max", Arrays.stream(ranks).asDoubleStream().max().orElse(Double.NaN));
        summary.put("active_mean", Arrays.stream(active).average().orElse(Double.NaN));
        summary.put("regions", layer.smooth() || !defined ? Double.NaN : distinct);
        summary.put("collapsed_share", defined ? collapsed / ranks.length : Double.NaN);
        summary.put("margin_min", smallestMargin());
        return summary;
    }

    private double smallestMargin() {
        return Arrays.stream(spectra)
                .mapToDouble(Spectrum::margin)
                .filter(margin -> !Double.isNaN(margin))
                .min()
                .orElse(Double.NaN);
    }

    private Map<String, Array> arrays(Snapshot snapshot, int[] inputs) {
        int[] ranks = ranks();
        int[] ids = Arrays.stream(inputs).map(i -> snapshot.probeSet().ids()[i]).toArray();
        double[] margins = Arrays.stream(spectra).mapToDouble(Spectrum::margin).toArray();
        TreeMap<Integer, Integer> strata = new TreeMap<>();
        Arrays.stream(ranks).forEach(rank -> strata.merge(rank, 1, Integer::sum));
        int[] rankOfStratum = strata.keySet().stream().mapToInt(i -> i).toArray();
        int[] countOfStratum = strata.values().stream().mapToInt(i -> i).toArray();
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("id", new Array(ids, ids.length));
        arrays.put("rank", new Array(ranks, ranks.length));
        arrays.put("active", new Array(active.clone(), active.length));
        arrays.put("region", new Array(regions.clone(), regions.length));
        arrays.put("margin", new Array(margins, margins.length));
        arrays.put("strata_rank", new Array(rankOfStratum, rankOfStratum.length));
        arrays.put("strata_count", new Array(countOfStratum, countOfStratum.length));
        return arrays;
    }

    private List<String> notes(Layer layer, int size) {
        List<String> notes = new ArrayList<>();
        if (layer.smooth()) {
            notes.add("smooth activation: the rank is the Jacobian's at each input, and there are no regions");
        }
        if (spectra.length < size) {
            notes.add("examined " + spectra.length + " of " + size + " probe inputs");
        }
        return notes;
    }
}
