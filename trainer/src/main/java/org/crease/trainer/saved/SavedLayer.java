package org.crease.trainer.saved;

import org.crease.probes.Array;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of one layer.
 *
 * @param name of the layer
 * @param weights shape (inputs, outputs), or (outputs, inputs) where they are torch's
 * @param torch whether the array is called {@code NAME.weight}
 * @param bias shape (outputs)
 * @param activations the layer's values, of a layer that is not described further
 */
record SavedLayer(
        String name,
        @Nullable Array weights,
        boolean torch,
        @Nullable Array bias,
        @Nullable Array activations) {

    /** The name of the array of weights. */
    String weightsName() {
        return name + (torch ? ".weight" : ".weights");
    }
}
