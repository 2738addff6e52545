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
 *
 * @param units number of rows of the whole map
 * @param columns number of its columns
 * @param error by how much the matrix behind the Gram matrix may differ from the true one, in the spectral norm
 */
public record FullRank(int units, int columns, Tolerance tolerance, double error) {
    private static final double SAFETY = 10;
    private static final int STEPS = 6;
    /** From this size on the factorisation may outlast the time within which a probe must stop. */
    private static final int LARGEST = 2000;
    /** Squares of elements keep their digits in single precision from here on. */
    private static final double LEAST_TRACE = 1e-24;

    /**
     * A Gram matrix, for the proof.
     *
     * @param size number of its rows
     * @param terms number of products that each element is the sum of
     * @param roundoff of the precision that it was computed in
     * @param trace the sum of its diagonal
     */
    public record Extent(int size, int terms, double roundoff, double trace) {}

    /**
     * Rank and margin where the rank is proved to be the size of the Gram matrix, otherwise null; the matrix is used up.
     *
     * @param units number of rows of the whole map
     * @param columns number of its columns
     * @param error by how much the matrix behind the Gram matrix may differ from the true one, in the spectral norm
     */
    static @Nullable Spectrum prove(Gram gram, int units, int columns, Tolerance tolerance, double error)
            throws InterruptedException {
        return new FullRank(units, columns, tolerance, error).prove(gram);
    }

    private @Nullable Spectrum prove(Gram gram) throws InterruptedException {
        Extent extent = new Extent(gram.size(), gram.terms(), gram.roundoff(), gram.trace());
        if (!provable(extent)) {
            return null;
        }
        double largest = Lanczos.largest(gram.size(), STEPS, gram::multiply);
        double shift = shift(extent, largest);
        if (!(shift < extent.trace() / extent.size()) || !gram.factor(shift)) {
            return null;
        }
        return proved(extent.size(), shift, largest, Lanczos.largest(gram.size(), STEPS, gram::solve));
    }

    /** Whether a proof may be tried: the matrix is not too large, and its elements neither vanish nor overflow. */
    public boolean provable(Extent extent) {
        return extent.size() <= LARGEST && extent.trace() > LEAST_TRACE && !Double.isInfinite(extent.trace());
    }

    /**
     * What all eigenvalues of the Gram matrix have to exceed; in vain where it is not below their mean.
     *
     * @param largest eigenvalue, estimated from below
     */
    public double shift(Extent extent, double largest) {
        double least = SAFETY * tolerance.threshold(units, columns, Math.sqrt(largest) + error) + error;
        return least * least
                + noise(extent.size(), extent.roundoff(), extent.trace())
                + noise(extent.terms(), extent.roundoff(), extent.trace());
    }

    /**
     * What follows from positive pivots.
     *
     * @param largestOfInverse the largest eigenvalue of the shifted matrix's inverse, estimated from below
     */
    public Spectrum proved(int size, double shift, double largest, double largestOfInverse) {
        double smallest = Math.sqrt(shift + 1 / largestOfInverse);
        return new Spectrum(size, Math.log10(smallest / tolerance.threshold(units, columns, Math.sqrt(largest))));
    }

    /** The norm of the error of a product, {@code terms} summands each, of matrices whose norms have this product. */
    public static double noise(int terms, double roundoff, double norms) {
        return 2 * Math.sqrt(terms) * roundoff * norms;
    }
}
