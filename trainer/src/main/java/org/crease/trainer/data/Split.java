package org.crease.trainer.data;

import org.nd4j.linalg.api.ndarray.INDArray;

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
}
