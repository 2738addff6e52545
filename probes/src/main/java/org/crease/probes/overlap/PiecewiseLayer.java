package org.crease.probes.overlap;

import java.util.Arrays;
import org.crease.probes.snapshot.Activation;
import org.jspecify.annotations.Nullable;

/**
 * A layer in its place in the network.
 *
 * @param name its name
 * @param sources positions of the layers that it takes its input from, or {@link PiecewiseNetwork#INPUT}
 * @param shape extents of its value
 * @param map what is before the activation function, or null where there is an obstacle
 * @param activation the activation function
 * @param obstacle why the layer cannot be treated exactly, or null where it can
 */
record PiecewiseLayer(
        String name,
        int[] sources,
        int[] shape,
        @Nullable PreActivation map,
        Activation activation,
        @Nullable String obstacle) {

    /** Number of units. */
    int units() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    /** Whether units switch between two slopes, so that the layer cuts regions in parts. */
    boolean switches() {
        return activation.kind() == Activation.Kind.RELU || activation.kind() == Activation.Kind.LEAKY_RELU;
    }

    /**
     * Whether the activation function is not piecewise linear but one-to-one, so that inputs are glued where their
     * pre-activations are: these stand in for the layer's values.
     */
    boolean injective() {
        return switch (activation.kind()) {
            case SIGMOID, TANH, SOFTPLUS, ELU, SOFTMAX -> true;
            default -> false;
        };
    }
}
