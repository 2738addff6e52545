package org.crease.probes.snapshot;

/**
 * An activation function, applied elementwise but for softmax.
 *
 * @param kind the function
 * @param slope the slope left of zero for {@link Kind#LEAKY_RELU}, zero otherwise
 */
public record Activation(Kind kind, double slope) {

    public static final Activation IDENTITY = new Activation(Kind.IDENTITY, 0);
    public static final Activation RELU = new Activation(Kind.RELU, 0);

    /** The functions that Deeplearning4j trains here. */
    public enum Kind {
        IDENTITY,
        RELU,
        LEAKY_RELU,
        SIGMOID,
        TANH,
        ELU,
        GELU,
        SOFTPLUS,
        SWISH,
        SOFTMAX,
        /** Any other function. */
        OTHER
    }

    /** Whether the function is made of straight pieces, so that linear regions exist. */
    public boolean piecewiseLinear() {
        return switch (kind) {
            case IDENTITY, RELU, LEAKY_RELU -> true;
            default -> false;
        };
    }
}
