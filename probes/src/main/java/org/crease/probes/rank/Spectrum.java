package org.crease.probes.rank;

import java.util.Arrays;

/**
 * What the singular values of a map say.
 *
 * @param rank number of singular values above the threshold
 * @param margin the smallest |log10(σ / threshold)| over all σ above zero: how many decimal orders the threshold, or the
 *     closest singular value, may move before the rank changes; NaN when there is none. Where the threshold is above 1e-5 of
 *     the largest, those below 2e-7 of it count as zero: they are rounding, and squares do not resolve them
 * @param profile number of singular values above each factor of the tolerance sweep times the largest
 */
public record Spectrum(int rank, double margin, int[] profile) {
    private static final double ZERO = 2e-7;

    /** Without a sweep. */
    public Spectrum(int rank, double margin) {
        this(rank, margin, new int[0]);
    }

    /** Of a map that is zero. */
    public static Spectrum zero(double[] factors) {
        return new Spectrum(0, Double.NaN, new int[factors.length]);
    }

    static Spectrum of(double[] singularValues, double threshold, double... factors) {
        int rank = 0;
        double largest = Arrays.stream(singularValues).max().orElse(0);
        double zero = threshold >= SingularValues.RESOLUTION * largest ? ZERO * largest : 0;
        double margin = Double.POSITIVE_INFINITY;
        for (double value : singularValues) {
            rank += value > threshold ? 1 : 0;
            if (value > zero) {
                margin = Math.min(margin, Math.abs(Math.log10(value / threshold)));
            }
        }
        int[] profile = new int[factors.length];
        for (int k = 0; k < factors.length; k++) {
            for (double value : singularValues) {
                profile[k] += value > factors[k] * largest ? 1 : 0;
            }
        }
        return new Spectrum(rank, Double.isInfinite(margin) ? Double.NaN : margin, profile);
    }
}
