package org.crease.probes.rank;

import static org.bytedeco.openblas.global.openblas.LAPACKE_ssytrf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_ssytrs;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasUpper;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_ssymv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_ssyrk;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.crease.probes.Cancellation;

/** The Gram matrix of a matrix in single precision, on its smaller side. */
final class FloatGram implements Gram {
    private static final double FLOPS_A_BLOCK = 2e9;

    private final FloatPointer triangle;
    private final int size;
    private final int terms;
    private final int[] pivots;

    /**
     * Computes A Aᵀ or Aᵀ A.
     *
     * @param rows the matrix, row-major
     * @param triangle where the upper triangle is put
     */
    FloatGram(FloatPointer rows, int rowCount, int columns, FloatPointer triangle) throws InterruptedException {
        boolean wide = rowCount <= columns;
        this.triangle = triangle;
        size = wide ? rowCount : columns;
        terms = wide ? columns : rowCount;
        pivots = new int[size];
        int transposed = wide ? CblasNoTrans : CblasTrans;
        int block = (int) Math.max(1, Math.min(terms, FLOPS_A_BLOCK / ((double) size * size)));
        for (int start = 0; start < terms; start += block) {
            Cancellation.check();
            int count = Math.min(block, terms - start);
            FloatPointer from = rows.getPointer(wide ? start : (long) start * columns);
            float before = start == 0 ? 0 : 1;
            cblas_ssyrk(CblasRowMajor, CblasUpper, transposed, size, count, 1, from, columns, before, triangle, size);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int terms() {
        return terms;
    }

    @Override
    public double roundoff() {
        return Math.ulp(1f) / 2;
    }

    @Override
    public double trace() {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += triangle.get(diagonal(i));
        }
        return trace;
    }

    private long diagonal(int i) {
        return (long) i * size + i;
    }

    @Override
    public double[] multiply(double[] x) {
        try (FloatPointer vector = narrowed(x);
                FloatPointer result = new FloatPointer(size)) {
            cblas_ssymv(CblasRowMajor, CblasUpper, size, 1, triangle, size, vector, 1, 0, result, 1);
            return widened(result);
        }
    }

    @Override
    public boolean factor(double shift) throws InterruptedException {
        for (int i = 0; i < size; i++) {
            triangle.put(diagonal(i), (float) (triangle.get(diagonal(i)) - shift));
        }
        Cancellation.check();
        try (IntPointer exchanges = new IntPointer(size)) {
            boolean regular = LAPACKE_ssytrf(LAPACK_COL_MAJOR, (byte) 'L', size, triangle, size, exchanges) == 0;
            exchanges.get(pivots);
            return regular && positive();
        }
    }

    /** Whether all pivots are 1 × 1 and above zero. */
    private boolean positive() {
        boolean positive = true;
        for (int i = 0; i < size; i++) {
            positive &= pivots[i] > 0 && triangle.get(diagonal(i)) > 0;
        }
        return positive;
    }

    @Override
    public double[] solve(double[] x) {
        try (FloatPointer vector = narrowed(x);
                IntPointer exchanges = new IntPointer(pivots)) {
            LAPACKE_ssytrs(LAPACK_COL_MAJOR, (byte) 'L', size, 1, triangle, size, exchanges, vector, size);
            return widened(vector);
        }
    }

    private static FloatPointer narrowed(double[] x) {
        float[] numbers = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            numbers[i] = (float) x[i];
        }
        return new FloatPointer(numbers);
    }

    private double[] widened(FloatPointer vector) {
        float[] numbers = new float[size];
        vector.get(numbers);
        double[] wide = new double[size];
        for (int i = 0; i < size; i++) {
            wide[i] = numbers[i];
        }
        return wide;
    }
}
