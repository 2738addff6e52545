package org.crease.trainer.data;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Inputs with their targets, float32, in row-major order. Never changed.
 *
 * @param inputs of shape (n, features) or (n, channels, height, width), scaled
 * @param targets of shape (n, outputs): one-hot rows for classes, else numbers. An autoencoder's are its inputs, flattened,
 *     and share their memory
 * @param labels the class that the data gives each input, whatever the target is; -1 where the data has no classes. The class
 *     to be learnt is the one that the row of {@code targets} marks
 */
public record Split(INDArray inputs, INDArray targets, int[] labels) {

    /** Number of samples. */
    public int size() {
        return labels.length;
    }

    /** The samples at these positions, in this order; a copy. */
    public Split rows(int... positions) {
        int[] chosen = new int[positions.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = labels[positions[i]];
        }
        return new Split(rows(inputs, positions), rows(targets, positions), chosen);
    }

    private static INDArray rows(INDArray array, int[] positions) {
        long[] shape = array.shape().clone();
        shape[0] = positions.length;
        return Nd4j.pullRows(array.reshape(array.size(0), -1), 1, positions).reshape('c', shape);
    }
}
