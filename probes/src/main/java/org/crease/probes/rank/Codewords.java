package org.crease.probes.rank;

import java.util.Arrays;
import java.util.BitSet;
import org.crease.probes.snapshot.LayerMap;

/**
 * The codewords of probe inputs: for each layer the number of active units and a 64-bit hash of the global codeword, that
 * is of the patterns of this layer and all that it depends on. An active unit has a pre-activation above zero, which for
 * ReLU and leaky ReLU is the same as a value above zero. The winners of max pooling belong to the codeword. Behind a smooth
 * activation there are no linear regions: each input counts as its own.
 *
 * <p>Two of n codewords share a hash by accident with probability below n² / 2⁶⁵ (n = 10 000: 3e-12).
 *
 * @param regions hash by layer and input
 * @param active active units by layer and input; all units where a layer has no codeword of its own
 */
record Codewords(long[][] regions, int[][] active) {
    /** Reads the codewords of the given inputs in the given layers. */
    static Codewords read(Network network, BitSet layers, int[] inputs) throws InterruptedException {
        Codewords codewords = new Codewords(
                new long[network.layers().size()][inputs.length],
                new int[network.layers().size()][inputs.length]);
        for (int layer = layers.nextSetBit(0); layer >= 0; layer = layers.nextSetBit(layer + 1)) {
            for (int i = 0; i < inputs.length; i++) {
                Cancellation.check();
                codewords.read(network, layer, i, inputs[i]);
            }
        }
        return codewords;
    }

    private void read(Network network, int position, int i, int input) {
        Layer layer = network.layer(position);
        double[] values = network.values(position, input);
        long hash = before(layer, i);
        active[position][i] = layer.units();
        if (layer.map() instanceof LayerMap.MaxPooling pooling) {
            double[] under = network.values(layer.sources()[0], input);
            for (int winner : new MaxPooling(layer.inputShape(), pooling.window()).winners(under)) {
                hash = CodewordHash.mix(hash, winner);
            }
        }
        if (layer.switches()) {
            BitSet pattern = pattern(values);
            active[position][i] = pattern.cardinality();
            hash = CodewordHash.behind(hash, pattern, layer.units());
        }
        regions[position][i] = layer.smooth() ? CodewordHash.mix(hash, input) : hash;
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
}
