package org.crease.app.homology.input;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An array of one to three axes: a signal, an image or a volume.
 *
 * @param values row-major, finite or infinite; owned by this object
 * @param shape the length of each axis, at least 1
 */
public record Grid(double[] values, int[] shape) {

    /** The shape, such as {@code 64 x 64}. */
    @Override
    public String toString() {
        return Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x "));
    }
}
