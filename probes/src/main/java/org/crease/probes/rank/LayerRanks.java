package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one layer, by input.
 *
 * @param spectra rank and margin
 * @param own rank of the layer's own map, or null where it was not looked for
 * @param active number of active units
 * @param regions hash of the global codeword
 */
record LayerRanks(Layer layer, Spectrum[] spectra, int @Nullable [] own, int[] active, long[] regions) {

    /**
     * The finding: summary, arrays and notes as the handbook's page on this probe lists them.
     *
     * @param told notes on how it was found
     */
    Finding finding(
            Snapshot snapshot,
            String probe,
            int[] inputs,
            RankSettings settings,
            CollapseDimension dimension,
            List<String> told) {
        List<String> notes = notes(snapshot.probeSet().size(), settings, dimension);
        notes.addAll(new LinkedHashSet<>(told));
        return new Finding(
                snapshot.step(),
                layer.name(),
                probe,
                summary(settings, dimension.rank()),
                arrays(snapshot, inputs, settings, dimension.rank()),
                notes);
    }

    /** The finding in a layer that the derivative by the input cannot be followed to: no number is defined. */
    static Finding undefined(Snapshot snapshot, String probe, Layer layer, RankSettings settings) {
        LayerRanks nothing = new LayerRanks(layer, new Spectrum[0], null, new int[0], new long[0]);
        String note = "ranks are undefined: " + Objects.requireNonNull(layer.obstacle());
        return new Finding(snapshot.step(), layer.name(), probe, nothing.summary(settings, 0), Map.of(), List.of(note));
    }

    private int[] ranks() {
        return Arrays.stream(spectra).mapToInt(Spectrum::rank).toArray();
    }

    private Map<String, Double> summary(RankSettings settings, int dimension) {
        int[] ranks = ranks();
        double collapsed = Arrays.stream(ranks).filter(rank -> rank < dimension).count();
        double distinct = Arrays.stream(regions).distinct().count();
        boolean defined = ranks.length > 0;
        Map<String, Double> summary = new LinkedHashMap<>();
        summary.put("rank_mean", mean(ranks));
        summary.put("rank_min", Arrays.stream(ranks).asDoubleStream().min().orElse(Double.NaN));
        summary.put("rank_max", Arrays.stream(ranks).asDoubleStream().max().orElse(Double.NaN));
        summary.put("active_mean", mean(active));
        summary.put("regions", layer.smooth() || !defined ? Double.NaN : distinct);
        summary.put("collapsed_share", defined ? collapsed / ranks.length : Double.NaN);
        summary.put("margin_min", smallestMargin());
        if (settings.ownRank()) {
            summary.put("own_rank_mean", own == null ? Double.NaN : mean(own));
        }
        return summary;
    }

    private static double mean(int[] numbers) {
        return Arrays.stream(numbers).average().orElse(Double.NaN);
    }

    private double smallestMargin() {
        return Arrays.stream(spectra)
                .mapToDouble(Spectrum::margin)
                .filter(margin -> !Double.isNaN(margin))
                .min()
                .orElse(Double.NaN);
    }

    private Map<String, Array> arrays(Snapshot snapshot, int[] inputs, RankSettings settings, int dimension) {
        int[] ranks = ranks();
        int[] ids = Arrays.stream(inputs).map(i -> snapshot.probeSet().ids()[i]).toArray();
        double[] margins = Arrays.stream(spectra).mapToDouble(Spectrum::margin).toArray();
        byte[] collapsed = new byte[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            collapsed[i] = (byte) (ranks[i] < dimension ? 1 : 0);
        }
        Map<String, Array> arrays = new LinkedHashMap<>();
        arrays.put("id", array(ids));
        arrays.put("rank", array(ranks));
        arrays.put("active", array(active.clone()));
        arrays.put("region", new Array(regions.clone(), regions.length));
        arrays.put("margin", new Array(margins, margins.length));
        if (own != null) {
            arrays.put("own_rank", array(own.clone()));
        }
        arrays.put("collapsed", new Array(collapsed, collapsed.length));
        putStrata(arrays, ranks);
        if (!layer.smooth()) {
            RegionTable.of(regions).put(arrays, ids, ranks);
        }
        putSweep(arrays, settings.factors());
        return arrays;
    }

    private static Array array(int[] numbers) {
        return new Array(numbers, numbers.length);
    }

    private static void putStrata(Map<String, Array> arrays, int[] ranks) {
        TreeMap<Integer, Integer> strata = new TreeMap<>();
        Arrays.stream(ranks).forEach(rank -> strata.merge(rank, 1, Integer::sum));
        arrays.put(
                "strata_rank", array(strata.keySet().stream().mapToInt(i -> i).toArray()));
        arrays.put(
                "strata_count", array(strata.values().stream().mapToInt(i -> i).toArray()));
    }

    private void putSweep(Map<String, Array> arrays, double[] factors) {
        if (factors.length == 0) {
            return;
        }
        int[] ranks = new int[factors.length * spectra.length];
        double[] means = new double[factors.length];
        for (int k = 0; k < factors.length; k++) {
            for (int i = 0; i < spectra.length; i++) {
                int rank = spectra[i].profile()[k];
                ranks[k * spectra.length + i] = rank;
                means[k] += rank;
            }
            means[k] /= spectra.length;
        }
        arrays.put("sweep_factor", new Array(factors, factors.length));
        arrays.put("sweep_rank", new Array(ranks, factors.length, spectra.length));
        arrays.put("sweep_rank_mean", new Array(means, factors.length));
    }

    private List<String> notes(int size, RankSettings settings, CollapseDimension dimension) {
        List<String> notes = new ArrayList<>();
        if (layer.smooth()) {
            notes.add("smooth activation: the rank is the Jacobian's at each input, and there are no regions");
        }
        if (spectra.length < size) {
            notes.add("examined " + spectra.length + " of " + size + " probe inputs");
        }
        if (dimension.note() != null) {
            notes.add(dimension.note());
        }
        if (settings.ownRank() && own == null) {
            notes.add("the layer's own map, " + layer.units() + " × " + layer.inputUnits()
                    + ", is too large to be written out: its rank is undefined");
        }
        return notes;
    }
}
