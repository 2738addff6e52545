package org.crease.probes.rank;

/**
 * What the singular values of a map say.
 *
 * @param rank number of singular values above the threshold
 * @param margin the smallest |log10(σ / threshold)| over all σ: how many decimal orders the threshold, or the closest
 *     singular value, may move before the rank changes; NaN when there is no singular value above zero
 * @param profile number of singular values above each factor of the tolerance sweep times the largest
 */
public record Spectrum(int rank, double margin, int[] profile) {

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
        double largest = 0;
        double margin = Double.POSITIVE_INFINITY;
        for (double value : singularValues) {
            rank += value > threshold ? 1 : 0;
            largest = Math.max(largest, value);
            if (value > 0) {
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
