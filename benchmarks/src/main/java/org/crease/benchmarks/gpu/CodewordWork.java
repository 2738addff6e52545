package org.crease.benchmarks.gpu;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.rank.CodewordHash;
import org.crease.probes.rank.CodewordKernel;

/** Codewords of one layer: packed and hashed. */
final class CodewordWork {
    private CodewordWork() {}

    /** The work: of so many inputs, whose values are drawn. Values are read once. */
    static Work of(int inputs, int units) {
        SplittableRandom random = new SplittableRandom(7);
        float[] values = new float[inputs * units];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) random.nextGaussian();
        }
        return new Work(
                "codewords",
                inputs + " of " + units + " units",
                Ceilings.Kind.BYTES,
                (double) Float.BYTES * values.length,
                kernels -> hashes(values, inputs, units, kernels));
    }

    private static Supplier<Object> hashes(float[] values, int inputs, int units, Kernels kernels)
            throws InterruptedException {
        long[] hashes = kernels.run(
                CodewordKernel.class,
                CodewordKernel.operations(inputs, units),
                kernel -> kernel.codes(values, units, new long[inputs]).hashes(),
                () -> onProcessor(values, inputs, units));
        return () -> Arrays.stream(hashes).boxed().toList();
    }

    private static long[] onProcessor(float[] values, int inputs, int units) {
        long[] hashes = new long[inputs];
        for (int input = 0; input < inputs; input++) {
            BitSet pattern = new BitSet(units);
            for (int unit = 0; unit < units; unit++) {
                pattern.set(unit, values[input * units + unit] > 0);
            }
            hashes[input] = CodewordHash.behind(0, pattern, units);
        }
        return hashes;
    }
}
