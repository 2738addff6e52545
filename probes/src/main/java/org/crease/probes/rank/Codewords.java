package org.crease.probes.rank;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.Cancellation;
import org.crease.probes.snapshot.LayerMap;

/**
 * The codewords of probe inputs: for each layer the active units, the winners of max pooling, and a 64-bit hash of the
 * global codeword, that is of the patterns of this layer and all that it depends on. An active unit has a pre-activation
 * above zero, which for ReLU and leaky ReLU is the same as a value above zero. Behind a smooth activation there are no linear
 * regions: each input counts as its own.
 *
 * <p>Two of n codewords share a hash by accident with probability below n² / 2⁶⁵ (n = 10 000: 3e-12).
 *
 * @param regions hash of the global codeword by layer and input
 * @param locals hash of the layer's own codeword by layer and input
 * @param patterns active units by layer and input; all units where a layer has no codeword of its own
 */
record Codewords(long[][] regions, long[][] locals, BitSet[][] patterns) {

    /** Reads the codewords of the given inputs in the given layers. */
    static Codewords read(Network network, BitSet layers, int[] inputs, Kernels kernels) throws InterruptedException {
        int count = network.layers().size();
        Codewords codewords = new Codewords(
                new long[count][inputs.length], new long[count][inputs.length], new BitSet[count][inputs.length]);
        for (int layer = layers.nextSetBit(0); layer >= 0; layer = layers.nextSetBit(layer + 1)) {
            codewords.read(network, layer, inputs, kernels);
        }
        return codewords;
    }

    private void read(Network network, int position, int[] inputs, Kernels kernels) throws InterruptedException {
        Layer layer = network.layer(position);
        boolean packable = layer.switches() && !(layer.map() instanceof LayerMap.MaxPooling) && inputs.length > 0;
        if (packable && readOnDevice(network, position, inputs, kernels)) {
            return;
        }
        for (int i = 0; i < inputs.length; i++) {
            Cancellation.check();
            read(network, position, i, inputs[i]);
        }
    }

    private boolean readOnDevice(Network network, int position, int[] inputs, Kernels kernels)
            throws InterruptedException {
        Layer layer = network.layer(position);
        long[] entering = new long[inputs.length];
        Arrays.setAll(entering, i -> before(layer, i));
        Optional<LayerCodes> codes = kernels.run(
                CodewordKernel.class,
                CodewordKernel.operations(inputs.length, layer.units()),
                kernel -> Optional.of(LayerCodes.of(network, position, inputs, entering, kernel)),
                Optional::empty);
        codes.ifPresent(found -> {
            patterns[position] = found.patterns();
            locals[position] = found.locals();
            regions[position] = found.hashes();
            if (layer.smooth()) {
                Arrays.setAll(regions[position], i -> CodewordHash.mix(found.hashes()[i], inputs[i]));
            }
        });
        return codes.isPresent();
    }

    private void read(Network network, int position, int i, int input) {
        Layer layer = network.layer(position);
        double[] values = network.values(position, input);
        long hash = before(layer, i);
        long local = 0;
        if (layer.map() instanceof LayerMap.MaxPooling pooling) {
            double[] under = network.values(layer.sources()[0], input);
            int[] winners = new MaxPooling(layer.inputShape(), pooling.window()).winners(under);
            hash = CodewordHash.behind(hash, winners);
            local = CodewordHash.behind(local, winners);
        }
        BitSet pattern = all(layer.units());
        if (layer.switches()) {
            pattern = pattern(values);
            hash = CodewordHash.behind(hash, pattern, layer.units());
            local = CodewordHash.behind(local, pattern, layer.units());
        }
        patterns[position][i] = pattern;
        regions[position][i] = layer.smooth() ? CodewordHash.mix(hash, input) : hash;
        locals[position][i] = layer.activation().piecewiseLinear() ? local : CodewordHash.mix(local, input);
    }

    private long before(Layer layer, int i) {
        long[] sources = Arrays.stream(layer.sources())
                .mapToLong(source -> source == Network.INPUT ? 0 : regions[source][i])
                .toArray();
        return CodewordHash.entering(sources);
    }

    private static BitSet pattern(double[] values) {
        BitSet pattern = new BitSet(values.length);
        for (int unit = 0; unit < values.length; unit++) {
            pattern.set(unit, values[unit] > 0);
        }
        return pattern;
    }

    /** The pattern of a layer without a codeword of its own. */
    static BitSet all(int units) {
        BitSet all = new BitSet(units);
        all.set(0, units);
        return all;
    }

    /** Number of active units by input. */
    int[] active(int layer) {
        return Arrays.stream(patterns[layer]).mapToInt(BitSet::cardinality).toArray();
    }

    /** For each hash of a layer's, the first input that has it: inputs that share one share a map. */
    static int[] representatives(long[] hashes) {
        Map<Long, Integer> first = new HashMap<>();
        int[] representatives = new int[hashes.length];
        for (int i = 0; i < hashes.length; i++) {
            Integer before = first.putIfAbsent(hashes[i], i);
            representatives[i] = before == null ? i : before;
        }
        return representatives;
    }
}
