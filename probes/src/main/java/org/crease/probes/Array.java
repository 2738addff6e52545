package org.crease.probes;

import java.util.Arrays;

/**
 * A dense array in row-major order, of one of the element types that npz files carry: {@code byte[]} (NumPy {@code |i1}),
 * {@code int[]} ({@code <i4}), {@code long[]} ({@code <i8}), {@code float[]} ({@code <f4}) or {@code double[]} ({@code <f8}).
 *
 * @param data the elements; owned by this object, never changed
 * @param shape the extents, outermost first; empty for a scalar
 */
public record Array(Object data, long... shape) {

    public Array {
        long expected = 1;
        for (long extent : shape) {
            expected = Math.multiplyExact(expected, extent);
        }
        long actual = length(data);
        if (actual != expected) {
            throw new IllegalArgumentException("array holds " + actual + " elements, its shape "
                    + Arrays.toString(shape) + " asks for " + expected);
        }
    }

    private static int length(Object data) {
        if (data instanceof byte[] a) {
            return a.length;
        } else if (data instanceof int[] a) {
            return a.length;
        } else if (data instanceof long[] a) {
            return a.length;
        } else if (data instanceof float[] a) {
            return a.length;
        } else if (data instanceof double[] a) {
            return a.length;
        }
        throw new IllegalArgumentException("element type " + data.getClass().getSimpleName()
                + " is none of byte[], int[], long[], float[], double[]");
    }

    /** The elements of a {@code double[]} array. */
    public double[] doubles() {
        return (double[]) data;
    }

    /** The elements of a {@code float[]} array. */
    public float[] floats() {
        return (float[]) data;
    }

    /** The elements of an {@code int[]} array. */
    public int[] ints() {
        return (int[]) data;
    }

    /** The elements of a {@code long[]} array. */
    public long[] longs() {
        return (long[]) data;
    }

    /** Equal type, shape and elements, bit for bit (so that NaN equals NaN). */
    @Override
    public boolean equals(Object other) {
        return other instanceof Array that
                && Arrays.equals(shape, that.shape)
                && Arrays.deepEquals(new Object[] {data}, new Object[] {that.data});
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.deepHashCode(new Object[] {data});
    }

    @Override
    public String toString() {
        return data.getClass().getComponentType() + Arrays.toString(shape);
    }
}
