package org.crease.trainer.saved;

import java.util.Arrays;
import org.crease.probes.Array;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A file's numbers as the arrays of a snapshot: float32, row-major, every one finite. */
final class SavedNumbers {
    private SavedNumbers() {}

    /** The array in another shape of as many elements. */
    static INDArray read(SavedFile file, String name, Array array, long... shape) {
        float[] values = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value(array, i);
            if (!Float.isFinite(values[i])) {
                throw file.wrong(
                        name,
                        "holds " + value(array, i) + " at " + position(array.shape(), i)
                                + "; expected finite float32 numbers");
            }
        }
        return Nd4j.create(values, shape, 'c');
    }

    /** Whole numbers, as labels are. */
    static int[] labels(SavedFile file, String name, Array array, int count) {
        if (array.shape().length != 1 || array.shape()[0] != count) {
            throw file.shape(name, array.shape(), "[" + count + "], one for each input");
        }
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            double value = value(array, i);
            labels[i] = (int) value;
            if (labels[i] != value) {
                throw file.wrong(name, "holds " + value + " at [" + i + "]; expected whole numbers");
            }
        }
        return labels;
    }

    private static double value(Array array, int i) {
        Object data = array.data();
        if (data instanceof float[] a) {
            return a[i];
        } else if (data instanceof double[] a) {
            return a[i];
        } else if (data instanceof int[] a) {
            return a[i];
        } else if (data instanceof long[] a) {
            return a[i];
        }
        return ((byte[]) data)[i];
    }

    private static String position(long[] shape, long index) {
        long[] position = new long[shape.length];
        long rest = index;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            position[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        return Arrays.toString(position);
    }
}
