package org.crease.probes.rank;

import org.jspecify.annotations.Nullable;

/**
 * Proves full rank without singular values: when the Gram matrix less s on its diagonal has positive pivots alone in L D Lᵀ,
 * every singular value is above √s (Sylvester's law of inertia). Here s is the square of ten thresholds, and of what a singular value may have moved by, plus
 * the error of the Gram matrix and of the factor; the margin is then at least 1 and is estimated by a few steps of Lanczos'
 * method at both ends of the spectrum, to a few per cent.
 *
 * <p>The error of a sum of k rounded products is taken as √k roundoffs of the sum of their absolute values, the root mean
 * square when rounding errors are independent (Higham and Mary 2019, with λ = 1), doubled, in the Frobenius norm: several
 * times what is observed, and far below the worst case. Cost: 1/3 n³ flops and 12 products with n × n.
 *
 * <p>A Cholesky factor would do for half the price, but OpenBLAS 0.3.19 computes wrong ones on processors with AVX-512: its
 * {@code trsm} is at fault there. L D Lᵀ by Bunch and Kaufman does not call it.
 */
final class FullRank {
    private static final double SAFETY = 10;
    private static final int STEPS = 6;
    /** From this size on the factorisation may outlast the time within which a probe must stop. */
    private static final int LARGEST = 2000;
    /** Squares of elements keep their digits in single precision from here on. */
    private static final double LEAST_TRACE = 1e-24;

    private FullRank() {}

    /**
     * Rank and margin where the rank is proved to be the size of the Gram matrix, otherwise null; the matrix is used up.
     *
     * @param units number of rows of the whole map
     * @param columns number of its columns
     * @param error by how much the matrix behind the Gram matrix may differ from the true one, in the spectral norm
     */
    static @Nullable Spectrum prove(Gram gram, int units, int columns, Tolerance tolerance, double error)
            throws InterruptedException {
        double trace = gram.trace();
        if (gram.size() > LARGEST || !(trace > LEAST_TRACE) || Double.isInfinite(trace)) {
            return null;
        }
        double largest = Math.sqrt(Lanczos.largest(gram.size(), STEPS, gram::multiply));
        double threshold = tolerance.threshold(units, columns, largest);
        double least = SAFETY * tolerance.threshold(units, columns, largest + error) + error;
        double shift = least * least
                + noise(gram.size(), gram.roundoff(), trace)
                + noise(gram.terms(), gram.roundoff(), trace);
        if (!(shift < trace / gram.size()) || !gram.factor(shift)) {
            return null;
        }
        double smallest = Math.sqrt(shift + 1 / Lanczos.largest(gram.size(), STEPS, gram::solve));
        return new Spectrum(gram.size(), Math.log10(smallest / threshold));
    }

    /** The norm of the error of a product, {@code terms} summands each, of matrices whose norms have this product. */
    static double noise(int terms, double roundoff, double norms) {
        return 2 * Math.sqrt(terms) * roundoff * norms;
    }
}
