package org.crease.probes.rank;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dpotrf;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNonUnit;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasUpper;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dsymv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dtrsv;

import org.bytedeco.javacpp.DoublePointer;

/** A Gram matrix in double precision, given by its upper triangle. */
final class DoubleGram implements Gram {
    private final Matrix triangle;
    private final int terms;

    /**
     * A Gram matrix.
     *
     * @param triangle the upper triangle; owned by the caller, changed by {@link #factor}
     */
    DoubleGram(Matrix triangle, int terms) {
        this.triangle = triangle;
        this.terms = terms;
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
        return LAPACKE_dpotrf(LAPACK_COL_MAJOR, (byte) 'L', size(), triangle.from(0), size()) == 0;
    }

    @Override
    public double[] solve(double[] x) {
        double[] solution = new double[size()];
        try (DoublePointer vector = new DoublePointer(x)) {
            for (int transposed : new int[] {CblasTrans, CblasNoTrans}) {
                cblas_dtrsv(
                        CblasRowMajor,
                        CblasUpper,
                        transposed,
                        CblasNonUnit,
                        size(),
                        triangle.from(0),
                        size(),
                        vector,
                        1);
            }
            vector.get(solution);
        }
        return solution;
    }
}
