package org.crease.probes.rank;

import java.util.Arrays;
import org.crease.probes.snapshot.Activation;

/** Activation functions by their textbook formulas, with Jacobians by central differences where they are smooth. */
final class PlainActivation {
    private static final double STEP = 1e-5;

    private PlainActivation() {}

    static double[] apply(Activation activation, double[] x) {
        if (activation.kind() == Activation.Kind.SOFTMAX) {
            double[] powers = Arrays.stream(x).map(Math::exp).toArray();
            double sum = Arrays.stream(powers).sum();
            return Arrays.stream(powers).map(power -> power / sum).toArray();
        }
        return Arrays.stream(x).map(v -> apply(activation, v)).toArray();
    }

    private static double apply(Activation activation, double x) {
        return switch (activation.kind()) {
            case IDENTITY, SOFTMAX -> x;
            case RELU -> Math.max(0, x);
            case LEAKY_RELU -> x > 0 ? x : activation.slope() * x;
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case ELU -> x > 0 ? x : Math.expm1(x);
            case GELU -> x / (1 + Math.exp(-1.702 * x));
            case SOFTPLUS -> Math.log1p(Math.exp(x));
            case SWISH -> x / (1 + Math.exp(-x));
            case OTHER -> throw new IllegalArgumentException("no formula for " + activation);
        };
    }

    /** Derivatives of each value (row) by each argument (column). */
    static double[][] jacobian(Activation activation, double[] x) {
        double[][] jacobian = new double[x.length][x.length];
        if (activation.kind() == Activation.Kind.SOFTMAX) {
            for (int in = 0; in < x.length; in++) {
                double[] up = apply(activation, moved(x, in, STEP));
                double[] down = apply(activation, moved(x, in, -STEP));
                for (int out = 0; out < x.length; out++) {
                    jacobian[out][in] = (up[out] - down[out]) / (2 * STEP);
                }
            }
            return jacobian;
        }
        for (int i = 0; i < x.length; i++) {
            jacobian[i][i] = slope(activation, x[i]);
        }
        return jacobian;
    }

    private static double slope(Activation activation, double x) {
        return switch (activation.kind()) {
            case IDENTITY -> 1;
            case RELU -> x > 0 ? 1 : 0;
            case LEAKY_RELU -> x > 0 ? 1 : activation.slope();
            default -> (apply(activation, x + STEP) - apply(activation, x - STEP)) / (2 * STEP);
        };
    }

    private static double[] moved(double[] x, int at, double step) {
        double[] moved = x.clone();
        moved[at] += step;
        return moved;
    }
}
