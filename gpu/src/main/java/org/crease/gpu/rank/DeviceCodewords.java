package org.crease.gpu.rank;

import java.util.Arrays;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.SharedDevice;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;
import org.crease.probes.rank.CodewordKernel;

/** Codewords on a device, as many inputs at once as fit into its memory: 4 bytes a value there, 1/8 byte back. */
public final class DeviceCodewords implements CodewordKernel {
    private static final int ITEMS = 256; // as in codewords.c
    private static final int HASHES = 3; // entering, behind, local

    private final SharedDevice device;

    /** Codewords on a device. */
    public DeviceCodewords(SharedDevice device) {
        this.device = device;
    }

    @Override
    public String device() {
        return device.info().toString();
    }

    @Override
    public Codes codes(float[] values, int units, long... entering) throws InterruptedException {
        Codes codes = new Codes(
                new long[entering.length * CodewordKernel.words(units)],
                new long[entering.length],
                new long[entering.length]);
        if (entering.length == 0) {
            return codes;
        }
        return device.use(space -> {
            int most = inputsAtOnce(space, units, entering.length);
            for (int first = 0; first < entering.length; first += most) {
                int end = Math.min(entering.length, first + most);
                read(space, values, units, Arrays.copyOfRange(entering, first, end), codes, first);
            }
            return codes;
        });
    }

    private static int inputsAtOnce(Workspace space, int units, int inputs) {
        long bytes = (long) Float.BYTES * units + Long.BYTES * (CodewordKernel.words(units) + (long) HASHES);
        long most = Math.min(space.freeMemory(), space.info().largestBlock()) / bytes;
        if (most < 1) {
            throw new KernelException("a codeword of " + units + " units needs " + bytes
                    + " bytes of the device's memory, of which " + space.freeMemory() + " are free");
        }
        return (int) Math.min(inputs, most);
    }

    private static void read(Workspace space, float[] values, int units, long[] entering, Codes codes, int first)
            throws InterruptedException {
        int inputs = entering.length;
        int words = CodewordKernel.words(units);
        int pieces = (units + ITEMS - 1) / ITEMS;
        Launches launches = new Launches(space);
        Memory numbers = space.copy(Arrays.copyOfRange(values, first * units, (first + inputs) * units));
        Memory packed = space.allocate((long) Long.BYTES * inputs * words);
        Memory before = space.copy(entering);
        Memory hashes = space.allocate((long) Long.BYTES * inputs);
        Memory locals = space.allocate((long) Long.BYTES * inputs);
        launches.launch(
                space.function("codewords", "pack"),
                (long) inputs * pieces,
                ITEMS,
                Argument.of(numbers),
                Argument.of(packed),
                Argument.of(units),
                Argument.of(words),
                Argument.of(pieces));
        launches.launch(
                space.function("codewords", "hash"),
                (inputs + ITEMS - 1) / ITEMS,
                (double) ITEMS * words,
                Argument.of(packed),
                Argument.of(before),
                Argument.of(hashes),
                Argument.of(locals),
                Argument.of(inputs),
                Argument.of(units),
                Argument.of(words));
        launches.await();
        space.read(packed, 0, codes.words(), first * words, inputs * words);
        space.read(hashes, 0, codes.hashes(), first, inputs);
        space.read(locals, 0, codes.locals(), first, inputs);
        for (Memory memory : new Memory[] {numbers, packed, before, hashes, locals}) {
            space.free(memory);
        }
    }
}
