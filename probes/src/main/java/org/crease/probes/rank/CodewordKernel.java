package org.crease.probes.rank;

import org.crease.homology.kernel.Kernel;

/**
 * Packs the codewords of one layer and hashes them, to the bits of {@link CodewordHash}. One comparison a number is little
 * beside the way of that number to a device; it pays for values that are there already, or where the processor is far
 * behind. Providers see it by the operations.
 */
public interface CodewordKernel extends Kernel {

    /**
     * Codewords of inputs.
     *
     * @param words {@link #words} of them an input; unit u is bit u % 64 of word u / 64
     * @param hashes behind the layer, by input
     * @param locals the same where zero enters
     */
    record Codes(long[] words, long[] hashes, long[] locals) {}

    /**
     * The codewords of values: a one where a value is above zero, however small.
     *
     * @param values of the units, input after input
     * @param units a positive number
     * @param entering the hash that enters the layer, by input
     */
    Codes codes(float[] values, int units, long... entering) throws InterruptedException;

    /** Words of a codeword. */
    static int words(int units) {
        return (units + Long.SIZE - 1) / Long.SIZE;
    }

    /** One comparison a number. */
    static double operations(int inputs, int units) {
        return (double) inputs * units;
    }
}
