package org.crease.gpu.rank;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/** What the kernels' REAL is. */
enum Precision {
    SINGLE("rank_single", Float.BYTES, Math.ulp(1f) / 2),
    DOUBLE("rank_double", Double.BYTES, Math.ulp(1d) / 2);

    private final String source;
    private final int bytes;
    private final double roundoff;

    Precision(String source, int bytes, double roundoff) {
        this.source = source;
        this.bytes = bytes;
        this.roundoff = roundoff;
    }

    /** The file of the kernels. */
    String source() {
        return source;
    }

    /** Of a number. */
    int bytes() {
        return bytes;
    }

    double roundoff() {
        return roundoff;
    }

    Argument argument(double number) {
        return this == SINGLE ? Argument.of((float) number) : Argument.of(number);
    }

    Memory copy(Workspace space, double[] numbers) {
        if (this == DOUBLE) {
            return space.copy(numbers);
        }
        float[] narrow = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            narrow[i] = (float) numbers[i];
        }
        return space.copy(narrow);
    }

    /** Reads numbers from a number on. */
    double[] read(Workspace space, Memory memory, long from, int count) {
        double[] numbers = new double[count];
        if (this == DOUBLE) {
            space.read(memory, from * bytes, numbers, 0, count);
        } else {
            float[] narrow = new float[count];
            space.read(memory, from * bytes, narrow, 0, count);
            for (int i = 0; i < count; i++) {
                numbers[i] = narrow[i];
            }
        }
        return numbers;
    }
}
