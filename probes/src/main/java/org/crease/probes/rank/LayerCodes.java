package org.crease.probes.rank;

import java.util.Arrays;
import java.util.BitSet;
import org.crease.probes.Cancellation;

/**
 * The codewords of one layer, by input, as a device packs them.
 *
 * @param hashes of the global codewords
 * @param locals hashes of the layer's own codewords
 */
record LayerCodes(BitSet[] patterns, long[] hashes, long[] locals) {
    private static final int NUMBERS_AT_ONCE = 1 << 24;

    /**
     * Has a device read them.
     *
     * @param entering the hash that enters the layer, by input
     */
    static LayerCodes of(Network network, int position, int[] inputs, long[] entering, CodewordKernel kernel)
            throws InterruptedException {
        LayerCodes codes = new LayerCodes(new BitSet[inputs.length], new long[inputs.length], new long[inputs.length]);
        int most = Math.max(1, NUMBERS_AT_ONCE / network.layer(position).units());
        for (int first = 0; first < inputs.length; first += most) {
            int end = Math.min(inputs.length, first + most);
            codes.read(network, position, inputs, entering, kernel, first, end);
        }
        return codes;
    }

    private void read(
            Network network, int position, int[] inputs, long[] entering, CodewordKernel kernel, int first, int end)
            throws InterruptedException {
        int units = network.layer(position).units();
        float[] values = new float[(end - first) * units];
        for (int i = first; i < end; i++) {
            Cancellation.check();
            narrow(network.values(position, inputs[i]), values, (i - first) * units);
        }
        CodewordKernel.Codes codes = kernel.codes(values, units, Arrays.copyOfRange(entering, first, end));
        int words = CodewordKernel.words(units);
        for (int i = first; i < end; i++) {
            int from = (i - first) * words;
            patterns[i] = BitSet.valueOf(Arrays.copyOfRange(codes.words(), from, from + words));
            hashes[i] = codes.hashes()[i - first];
            locals[i] = codes.locals()[i - first];
        }
    }

    /** What is above zero stays so. */
    private static void narrow(double[] numbers, float[] into, int at) {
        for (int k = 0; k < numbers.length; k++) {
            into[at + k] = numbers[k] > 0 ? Math.max((float) numbers[k], Float.MIN_VALUE) : (float) numbers[k];
        }
    }
}
