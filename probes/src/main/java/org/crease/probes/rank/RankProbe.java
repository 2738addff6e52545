package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.LayerSelection;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.Snapshot;

/**
 * The rank of the affine map from the network's input to each layer, at each probe input: the rank of Q_l W_l ... Q_1 W_1
 * with Q_l the codeword of layer l as a diagonal matrix (arXiv:2404.19710, section 2). Inputs of one linear region share
 * one map, so each region's singular values are computed once. Cost for each region and layer: one product with the weights
 * of the live units, and the singular values of a (live units) × (features) matrix.
 */
final class RankProbe implements Probe {
    private final String name;
    private final RankSettings settings;
    private final long seed;
    private final LongSupplier memory;

    RankProbe(String name, RankSettings settings, long seed) {
        this(name, settings, seed, RankProbe::freeMemory);
    }

    /**
     * A probe.
     *
     * @param memory bytes that it may use
     */
    RankProbe(String name, RankSettings settings, long seed, LongSupplier memory) {
        this.name = name;
        this.settings = settings;
        this.seed = seed;
        this.memory = memory;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost cost(Snapshot snapshot) {
        Network network = new Network(snapshot);
        BitSet selected = selected(snapshot);
        return new Workload(network, network.differentiable(selected))
                .cost(sample(snapshot.probeSet().size()).length);
    }

    @Override
    public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        Network network = new Network(snapshot);
        BitSet selected = selected(snapshot);
        int[] inputs = sample(snapshot.probeSet().size());
        int dimension = dimension(network.features());
        BitSet followed = network.differentiable(selected);
        refuseIfTooLarge(new Workload(network, followed).cost(inputs.length));
        Codewords codewords = Codewords.read(network, network.needed(followed), inputs);
        List<Map<Long, Spectrum>> spectra = spectra(network, followed, inputs, codewords);
        List<Finding> findings = new ArrayList<>();
        for (int position = selected.nextSetBit(0); position >= 0; position = selected.nextSetBit(position + 1)) {
            Layer layer = network.layer(position);
            String obstacle = layer.obstacle();
            findings.add(
                    obstacle == null
                            ? ranks(position, inputs.length, spectra, codewords)
                                    .finding(snapshot, name, layer, inputs, dimension)
                            : LayerRanks.undefined(snapshot, name, layer, obstacle));
        }
        return findings;
    }

    private static LayerRanks ranks(int layer, int inputs, List<Map<Long, Spectrum>> spectra, Codewords codewords) {
        long[] regions = codewords.regions()[layer];
        Spectrum[] ofInputs = new Spectrum[inputs];
        for (int i = 0; i < inputs; i++) {
            ofInputs[i] = spectra.get(layer).get(regions[i]);
        }
        return new LayerRanks(ofInputs, codewords.active()[layer], regions);
    }

    /** For each selected layer, what is known of each region. */
    private List<Map<Long, Spectrum>> spectra(Network network, BitSet selected, int[] inputs, Codewords codewords)
            throws InterruptedException {
        List<Map<Long, Spectrum>> spectra = new ArrayList<>();
        network.layers().forEach(layer -> spectra.add(new HashMap<>()));
        try (Propagation propagation = new Propagation(network, network.needed(selected))) {
            for (int i = 0; i < inputs.length; i++) {
                int index = i;
                BitSet unknown = (BitSet) selected.clone();
                selected.stream()
                        .filter(layer ->
                                spectra.get(layer).containsKey(codewords.regions()[layer][index]))
                        .forEach(unknown::clear);
                propagation.walk(
                        inputs[i],
                        unknown,
                        (layer, jacobian) -> spectra.get(layer)
                                .put(codewords.regions()[layer][index], spectrum(network, layer, jacobian)));
            }
        }
        return spectra;
    }

    private Spectrum spectrum(Network network, int layer, Jacobian jacobian) throws InterruptedException {
        try {
            return SingularValues.spectrum(jacobian, network.features(), settings.tolerance());
        } catch (ProbeException e) {
            throw new ProbeException("layer " + network.layer(layer).name() + ": " + e.getMessage(), e);
        }
    }

    /** Positions of the inputs to examine, ascending. */
    private int[] sample(int size) {
        int[] positions = Jacobian.all(size);
        Integer limit = settings.maxInputs();
        if (limit == null || limit >= size) {
            return positions;
        }
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < limit; i++) {
            int other = random.nextInt(i, size);
            int swapped = positions[other];
            positions[other] = positions[i];
            positions[i] = swapped;
        }
        int[] sample = Arrays.copyOf(positions, limit);
        Arrays.sort(sample);
        return sample;
    }

    private int dimension(int features) {
        Integer asked = settings.dimension();
        if (asked != null && asked > features) {
            throw new ProbeException("dimension is " + asked + "; expected at most " + features
                    + ", the number of features of the network's input");
        }
        return asked == null ? features : asked;
    }

    private void refuseIfTooLarge(Cost cost) {
        long free = memory.getAsLong();
        if (cost.bytes() > free) {
            throw new ProbeException("rank would need " + mebibytes(cost.bytes()) + " MiB, " + mebibytes(free)
                    + " MiB are free; choose fewer or earlier layers, or give the program more memory");
        }
    }

    private static long mebibytes(long bytes) {
        return (bytes + (1L << 20) - 1) >> 20;
    }

    private static long freeMemory() {
        long free = Pointer.availablePhysicalBytes();
        if (Pointer.maxBytes() > 0) {
            free = Math.min(free, Pointer.maxBytes() - Pointer.totalBytes());
        }
        if (Pointer.maxPhysicalBytes() > 0) {
            free = Math.min(free, Pointer.maxPhysicalBytes() - Pointer.physicalBytes());
        }
        return free;
    }

    /** Positions of the layers asked for. */
    private BitSet selected(Snapshot snapshot) {
        List<String> names = new LayerSelection(settings.layers()).of(snapshot);
        BitSet selected = new BitSet();
        for (int i = 0; i < snapshot.layers().size(); i++) {
            selected.set(i, names.contains(snapshot.layers().get(i).name()));
        }
        return selected;
    }
}
