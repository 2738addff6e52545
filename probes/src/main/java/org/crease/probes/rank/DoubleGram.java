package org.crease.probes.rank;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dsytrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsytrs;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasUpper;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dsymv;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.crease.probes.Cancellation;

/** A Gram matrix in double precision, given by its upper triangle. */
final class DoubleGram implements Gram {
    private final Matrix triangle;
    private final int terms;
    private final int[] pivots;

    /**
     * A Gram matrix.
     *
     * @param triangle the upper triangle; owned by the caller, changed by {@link #factor}
     */
    DoubleGram(Matrix triangle, int terms) {
        this.triangle = triangle;
        this.terms = terms;
        pivots = new int[triangle.rows()];
    }

    @Override
    public int size() {
        return triangle.rows();
    }

    @Override
    public int terms() {
        return terms;
    }

    @Override
    public double roundoff() {
        return Math.ulp(1d) / 2;
    }

    @Override
    public double trace() {
        double trace = 0;
        for (int i = 0; i < size(); i++) {
            trace += triangle.get(i, i);
        }
        return trace;
    }

    @Override
    public double[] multiply(double[] x) {
        double[] product = new double[size()];
        try (DoublePointer vector = new DoublePointer(x);
                DoublePointer result = new DoublePointer(size())) {
            cblas_dsymv(CblasRowMajor, CblasUpper, size(), 1, triangle.from(0), size(), vector, 1, 0, result, 1);
            result.get(product);
        }
        return product;
    }

    @Override
    public boolean factor(double shift) throws InterruptedException {
        for (int i = 0; i < size(); i++) {
            triangle.set(i, i, triangle.get(i, i) - shift);
        }
        Cancellation.check();
        try (IntPointer exchanges = new IntPointer(size())) {
            boolean regular =
                    LAPACKE_dsytrf(LAPACK_COL_MAJOR, (byte) 'L', size(), triangle.from(0), size(), exchanges) == 0;
            exchanges.get(pivots);
            return regular && positive();
        }
    }

    /** Whether all pivots are 1 × 1 and above zero. */
    private boolean positive() {
        boolean positive = true;
        for (int i = 0; i < size(); i++) {
            positive &= pivots[i] > 0 && triangle.get(i, i) > 0;
        }
        return positive;
    }

    @Override
    public double[] solve(double[] x) {
        try (DoublePointer vector = new DoublePointer(x);
                IntPointer exchanges = new IntPointer(pivots)) {
            LAPACKE_dsytrs(
                    LAPACK_COL_MAJOR, (byte) 'L', size(), 1, triangle.from(0), size(), exchanges, vector, size());
            double[] solution = new double[size()];
            vector.get(solution);
            return solution;
        }
    }
}
