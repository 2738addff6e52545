package org.crease.probes.rank;

/**
 * What the singular values of a map say.
 *
 * @param rank number of singular values above the threshold
 * @param margin the smallest |log10(σ / threshold)| over all σ: how many decimal orders the threshold, or the closest
 *     singular value, may move before the rank changes; NaN when there is no singular value above zero
 */
record Spectrum(int rank, double margin) {

    static Spectrum of(double[] singularValues, double threshold) {
        int rank = 0;
        double margin = Double.POSITIVE_INFINITY;
        for (double value : singularValues) {
            rank += value > threshold ? 1 : 0;
            if (value > 0) {
                margin = Math.min(margin, Math.abs(Math.log10(value / threshold)));
            }
        }
        return new Spectrum(rank, Double.isInfinite(margin) ? Double.NaN : margin);
    }
}
