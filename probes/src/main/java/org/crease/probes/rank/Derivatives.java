package org.crease.probes.rank;

import org.crease.probes.snapshot.Activation;

/** Derivatives of the activation functions, as Deeplearning4j defines these: ELU with α = 1, GELU as x σ(1.702 x). */
final class Derivatives {
    private static final double GELU = 1.702;

    private Derivatives() {}

    /** The slopes left and right of zero of a function made of straight pieces: left at zero itself. */
    static double piecewise(Activation activation, boolean active) {
        return switch (activation.kind()) {
            case IDENTITY -> 1;
            case RELU -> active ? 1 : 0;
            case LEAKY_RELU -> active ? 1 : activation.slope();
            default -> throw new IllegalArgumentException(activation.kind() + " is not made of straight pieces");
        };
    }

    /** The slope of a smooth elementwise function at x. */
    static double smooth(Activation.Kind kind, double x) {
        return switch (kind) {
            case SIGMOID -> logistic(x) * logistic(-x);
            case TANH -> 4 * logistic(2 * x) * logistic(-2 * x);
            case ELU -> x > 0 ? 1 : Math.exp(x);
            case SOFTPLUS -> logistic(x);
            case SWISH -> gated(x, 1);
            case GELU -> gated(x, GELU);
            default -> throw new IllegalArgumentException(kind + " is no smooth elementwise function");
        };
    }

    /** The slope of x σ(a x). */
    private static double gated(double x, double a) {
        return logistic(a * x) + a * x * logistic(a * x) * logistic(-a * x);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
