package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crease.probes.Cancellation;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which probe inputs a network glues, layer by layer: the equivalence relation x ~ x' of equal values, approximated on a
 * sample by whole pieces that map to contractible sets (arXiv:2502.01360). Glued are
 *
 * <ul>
 *   <li>the inputs of a region whose map has a rank below the one asked for (<i>rank</i>);
 *   <li>for two regions whose images overlap as seen from both, all inputs of either whose value is in the image of the other
 *       (<i>overlap</i>);
 *   <li>inputs of equal value (<i>overlap</i>);
 *   <li>what the layer's source has glued; with several sources, what all of them have.
 * </ul>
 */
public final class OverlapDecomposition {
    private final PiecewiseNetwork network;
    private final GluingRules rules;
    private final double[][] points;
    private final Map<Integer, LayerRegions> regions = new HashMap<>();
    private final Map<Integer, Gluing> byRank = new HashMap<>();
    private final Map<Integer, Gluing> byOverlap = new HashMap<>();

    private OverlapDecomposition(PiecewiseNetwork network, GluingRules rules, double[][] points) {
        this.network = network;
        this.rules = rules;
        this.points = points;
        regions.put(PiecewiseNetwork.INPUT, InputRegions.ofInput(points, network.features()));
        byRank.put(PiecewiseNetwork.INPUT, new Gluing(points.length));
        byOverlap.put(PiecewiseNetwork.INPUT, new Gluing(points.length));
    }

    /**
     * The gluing at every layer of a snapshot that can be treated exactly, in the snapshot's order.
     *
     * @throws org.crease.probes.ProbeException when the snapshot contradicts itself or holds a number that is not finite
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public static List<LayerGluing> of(Snapshot snapshot, GluingRules rules) throws InterruptedException {
        PiecewiseNetwork network = new PiecewiseNetwork(snapshot);
        BitSet all = new BitSet();
        all.set(0, network.layers().size());
        return of(network, all, rules, points(snapshot.probeSet().inputs(), "probe inputs"));
    }

    /** The gluing at those of the layers asked for that can be treated. */
    static List<LayerGluing> of(PiecewiseNetwork network, BitSet selected, GluingRules rules, double[][] points)
            throws InterruptedException {
        OverlapDecomposition decomposition = new OverlapDecomposition(network, rules, points);
        List<LayerGluing> found = new ArrayList<>();
        BitSet needed = network.needed(selected);
        for (int position = needed.nextSetBit(0); position >= 0; position = needed.nextSetBit(position + 1)) {
            LayerGluing gluing = decomposition.glue(position);
            if (selected.get(position)) {
                found.add(gluing);
            }
        }
        return found;
    }

    /** The inputs as rows of doubles. */
    static double[][] points(INDArray inputs, String what) {
        int count = Math.toIntExact(inputs.size(0));
        double[] numbers = Numbers.finite(inputs.dup('c').data().asDouble(), what);
        int features = count == 0 ? 0 : numbers.length / count;
        double[][] points = new double[count][];
        Arrays.setAll(points, i -> Arrays.copyOfRange(numbers, i * features, (i + 1) * features));
        return points;
    }

    private LayerGluing glue(int position) throws InterruptedException {
        PiecewiseLayer layer = network.layers().get(position);
        PreActivation map = Objects.requireNonNull(layer.map(), "an obstacle was let through");
        LayerRegions cut = InputRegions.of(layer, map, ofSources(layer, regions));
        regions.put(position, cut);
        OverlapSearch search = new OverlapSearch(cut, points, rules.reach());
        int[] ranks = search.ranks(rules.tolerance());
        Gluing rank = Gluing.common(ofSources(layer, byRank));
        for (int k = 0; k < ranks.length; k++) {
            if (ranks[k] < rules.minRank()) {
                rank.join(cut.regions().get(k).members());
            }
        }
        search.run();
        Gluing overlap = Gluing.common(ofSources(layer, byOverlap));
        overlap.join(rank);
        for (Meeting meeting : search.meetings()) {
            overlap.join(meeting.ofFirst());
            overlap.join(meeting.ofSecond());
            overlap.join(meeting.ofFirst()[0], meeting.ofSecond()[0]);
        }
        int equalPairs = joinEqual(cut, overlap);
        byRank.put(position, rank);
        byOverlap.put(position, overlap);
        return new LayerGluing(
                layer.name(),
                cut.regions(),
                cut.regionOf(),
                ranks,
                search.meetings(),
                equalPairs,
                rank.classes(),
                overlap.classes(),
                search.oneSided(),
                rules.wholeRegions() ? search.imagePairs() : null,
                search.effort().questions(),
                search.effort().programs(),
                search.effort().undecidedCount());
    }

    private static <T> List<T> ofSources(PiecewiseLayer layer, Map<Integer, T> known) {
        return Arrays.stream(layer.sources())
                .mapToObj(source -> Objects.requireNonNull(known.get(source)))
                .toList();
    }

    /** Glues inputs of equal value; how many pairs were not glued before. */
    private int joinEqual(LayerRegions cut, Gluing overlap) throws InterruptedException {
        double tolerance = rules.equalWithin() * LayerRegions.largest(cut.values());
        int pairs = 0;
        for (int i = 0; i < points.length; i++) {
            Cancellation.check();
            for (int j = 0; j < i; j++) {
                if (equal(cut.values()[i], cut.values()[j], tolerance) && !overlap.joined(i, j)) {
                    overlap.join(i, j);
                    pairs++;
                }
            }
        }
        return pairs;
    }

    private static boolean equal(double[] a, double[] b, double tolerance) {
        for (int k = 0; k < a.length; k++) {
            if (Math.abs(a[k] - b[k]) > tolerance) {
                return false;
            }
        }
        return true;
    }
}
