package org.crease.probes.rank;

import java.util.Arrays;
import org.crease.probes.ProbeException;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ND4J arrays as plain doubles. Copies first: a view's buffer may start elsewhere or run in another order. */
final class Values {
    private Values() {}

    /** All elements in row-major order. */
    static double[] of(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    /** The elements of one input. */
    static double[] of(INDArray array, int input) {
        return of(array.slice(input));
    }

    /** The extents of one input. */
    static int[] shape(INDArray array) {
        return Arrays.stream(array.shape()).skip(1).mapToInt(Math::toIntExact).toArray();
    }

    /** Refuses NaN and infinity. */
    static double[] finite(double[] values, String what) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new ProbeException(
                        what + ": element " + i + " is " + values[i] + "; a rank needs finite numbers");
            }
        }
        return values;
    }
}
