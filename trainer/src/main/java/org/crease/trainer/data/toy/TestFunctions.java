package org.crease.trainer.data.toy;

import org.crease.trainer.config.DataConfig.TestFunction;

/**
 * Seven test functions of global optimisation, in any dimension d, as tabulated by Surjanovic and Bingham (Virtual Library of
 * Simulation Experiments). Indices count from 1 in the formulas.
 */
final class TestFunctions {
    private static final double STEEPNESS = 10;

    private TestFunctions() {}

    /** The ends of the standard domain, the same in each dimension. */
    static double[] domain(TestFunction function) {
        return switch (function) {
            case DIXON_PRICE -> new double[] {-10, 10};
            case ROSENBROCK, ZAKHAROV -> new double[] {-5, 10};
            case SPHERE -> new double[] {-5.12, 5.12};
            case MICHALEWICZ -> new double[] {0, Math.PI};
            case SCHWEFEL -> new double[] {-500, 500};
            case STYBLINSKI_TANG -> new double[] {-5, 5};
        };
    }

    /** The value at x. */
    static double value(TestFunction function, double[] x) {
        return switch (function) {
            case DIXON_PRICE -> dixonPrice(x);
            case ROSENBROCK -> rosenbrock(x);
            case SPHERE -> sphere(x);
            case ZAKHAROV -> zakharov(x);
            case MICHALEWICZ -> michalewicz(x);
            case SCHWEFEL -> schwefel(x);
            case STYBLINSKI_TANG -> styblinskiTang(x);
        };
    }

    /** (x₁ - 1)² + Σ i (2 xᵢ² - xᵢ₋₁)², i from 2. */
    private static double dixonPrice(double[] x) {
        double sum = square(x[0] - 1);
        for (int i = 1; i < x.length; i++) {
            sum += (i + 1) * square(2 * x[i] * x[i] - x[i - 1]);
        }
        return sum;
    }

    /** Σ 100 (xᵢ₊₁ - xᵢ²)² + (xᵢ - 1)², i to d - 1. */
    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            sum += 100 * square(x[i + 1] - x[i] * x[i]) + square(x[i] - 1);
        }
        return sum;
    }

    /** Σ xᵢ². */
    private static double sphere(double[] x) {
        double sum = 0;
        for (double coordinate : x) {
            sum += square(coordinate);
        }
        return sum;
    }

    /** Σ xᵢ² + (Σ i xᵢ / 2)² + (Σ i xᵢ / 2)⁴. */
    private static double zakharov(double[] x) {
        double weighted = 0;
        for (int i = 0; i < x.length; i++) {
            weighted += 0.5 * (i + 1) * x[i];
        }
        return sphere(x) + square(weighted) + square(square(weighted));
    }

    /** -Σ sin xᵢ sin²ᵐ(i xᵢ² / π), m = 10. */
    private static double michalewicz(double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double ridge = StrictMath.sin((i + 1) * x[i] * x[i] / Math.PI);
            sum -= StrictMath.sin(x[i]) * StrictMath.pow(ridge, 2 * STEEPNESS);
        }
        return sum;
    }

    /** 418.9829 d - Σ xᵢ sin √|xᵢ|. */
    private static double schwefel(double[] x) {
        double sum = 418.9829 * x.length;
        for (double coordinate : x) {
            sum -= coordinate * StrictMath.sin(Math.sqrt(Math.abs(coordinate)));
        }
        return sum;
    }

    /** Σ (xᵢ⁴ - 16 xᵢ² + 5 xᵢ) / 2. */
    private static double styblinskiTang(double[] x) {
        double sum = 0;
        for (double coordinate : x) {
            sum += (square(square(coordinate)) - 16 * square(coordinate) + 5 * coordinate) / 2;
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
