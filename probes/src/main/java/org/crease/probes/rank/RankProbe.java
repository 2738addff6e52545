package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.Cost;
import org.crease.probes.Finding;
import org.crease.probes.LayerSelection;
import org.crease.probes.Probe;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.Snapshot;

/**
 * The rank of the affine map from the network's input to each layer, at each probe input: the rank of Q_l W_l ... Q_1 W_1
 * with Q_l the codeword of layer l as a diagonal matrix (arXiv:2404.19710, section 2); and that of each layer's own map
 * Q_l W_l. Inputs of one linear region share one map, so each region is looked at once. Cost for each region and layer: one
 * product with the weights of the live units, and a decision on the rank of a (live units) × (features) matrix.
 */
final class RankProbe implements Probe {
    private final String name;
    private final RankSettings settings;
    private final long seed;
    private final LongSupplier memory;
    private final Kernels kernels;

    RankProbe(String name, RankSettings settings, long seed) {
        this(name, settings, seed, RankProbe::freeMemory, Kernels.found());
    }

    /**
     * A probe.
     *
     * @param memory bytes that it may use
     * @param kernels devices that it may use
     */
    RankProbe(String name, RankSettings settings, long seed, LongSupplier memory, Kernels kernels) {
        this.name = name;
        this.settings = settings;
        this.seed = seed;
        this.memory = memory;
        this.kernels = kernels;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Cost cost(Snapshot snapshot) {
        Network network = new Network(snapshot);
        return workload(network, network.differentiable(selected(snapshot)))
                .cost(sample(snapshot.probeSet().size()).length);
    }

    private Workload workload(Network network, BitSet followed) {
        return new Workload(network, followed, settings);
    }

    @Override
    public List<Finding> examine(Snapshot snapshot) throws InterruptedException {
        Network network = new Network(snapshot);
        BitSet selected = selected(snapshot);
        int[] inputs = sample(snapshot.probeSet().size());
        BitSet followed = network.differentiable(selected);
        refuseIfTooLarge(workload(network, followed).cost(inputs.length));
        CollapseDimension dimension = CollapseDimension.of(settings, network, inputs);
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        Kernels devices = kernels.telling(told::add);
        Codewords codewords = Codewords.read(network, network.needed(followed), inputs, devices);
        List<Finding> findings = new ArrayList<>();
        try (Propagation propagation = new Propagation(network, network.needed(followed))) {
            Spectrum[][] spectra =
                    RegionSpectra.compute(network, followed, inputs, codewords, settings, propagation, devices, told);
            OwnRanks own = new OwnRanks(network, inputs, codewords, settings, propagation);
            for (int position = selected.nextSetBit(0); position >= 0; position = selected.nextSetBit(position + 1)) {
                Layer layer = network.layer(position);
                findings.add(
                        layer.obstacle() == null
                                ? new LayerRanks(
                                                layer,
                                                spectra[position],
                                                own.of(position, spectra[position]),
                                                codewords.active(position),
                                                codewords.regions()[position])
                                        .finding(snapshot, name, inputs, settings, dimension, told)
                                : LayerRanks.undefined(snapshot, name, layer, settings));
            }
        }
        return findings;
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
