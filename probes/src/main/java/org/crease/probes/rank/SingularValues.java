package org.crease.probes.rank;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dbdsqr;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgebrd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dgeqr2;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsterf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsytrd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasUpper;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dsyrk;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.crease.probes.Cancellation;
import org.crease.probes.ProbeException;
import org.jspecify.annotations.Nullable;

/**
 * Rank decisions in double precision. First a proof of full rank, which needs no singular values. Else these: of large
 * matrices through the eigenvalues of the Gram matrix on the smaller side (a rank-k update and a tridiagonalisation, four
 * times cheaper than an SVD), which resolves σ / σ_max down to about 2e-7; so it is used only when the threshold lies above
 * {@value #RESOLUTION} σ_max, as that of float32 does from 84 units on. Everything else through a bidiagonal form. Cost: m n
 * min(m, n) + 4/3 min(m, n)³ flops, of which the proof needs a quarter of the second term.
 *
 * <p>Blocked QR factorisations are avoided, by themselves and inside of LAPACK's drivers of the SVD: OpenBLAS 0.3.19 computes
 * wrong ones on processors with AVX-512 from 129 columns on.
 */
final class SingularValues {
    /** A threshold below this share of the largest singular value is too close to what squares do not resolve. */
    static final double RESOLUTION = 1e-5;

    private static final int SMALL = 32;
    /** From this size on one LAPACK call may outlast the time within which a probe must stop. */
    private static final int LONG = 600;

    private static final double LARGEST_SQUARABLE = 1e100;
    private static final double FLOPS_A_BLOCK = 5e8;

    private SingularValues() {}

    /**
     * Rank and margin of a map with {@code columns} inputs whose Jacobian, or a factor of it, is given.
     *
     * @param factors of the tolerance sweep
     */
    static Spectrum spectrum(Jacobian jacobian, int columns, Tolerance tolerance, double... factors)
            throws InterruptedException {
        Matrix matrix = jacobian.rows();
        int smaller = Math.min(matrix.rows(), matrix.columns());
        double magnitude = smaller == 0 ? 0 : matrix.magnitude();
        if (magnitude == 0) {
            return Spectrum.zero(factors);
        } else if (!Double.isFinite(magnitude)) {
            throw new ProbeException(
                    "the map from the network's input has an element " + magnitude + "; a rank needs finite numbers");
        }
        boolean squarable = magnitude < LARGEST_SQUARABLE && magnitude > 1 / LARGEST_SQUARABLE;
        if (smaller >= SMALL && squarable) {
            Spectrum spectrum = byGram(jacobian, columns, tolerance, factors);
            if (spectrum != null) {
                return spectrum;
            }
        }
        double[] values = bySvd(matrix);
        return Spectrum.of(values, tolerance.threshold(jacobian.units(), columns, largest(values)), factors);
    }

    private static @Nullable Spectrum byGram(Jacobian jacobian, int columns, Tolerance tolerance, double[] factors)
            throws InterruptedException {
        int terms = Math.max(jacobian.rows().rows(), jacobian.rows().columns());
        try (Matrix gram = gram(jacobian.rows())) {
            return byGram(gram, terms, jacobian.units(), columns, tolerance, factors);
        }
    }

    /**
     * Rank and margin of a map by the Gram matrix of its live rows or of its columns; null where squares do not resolve
     * singular values near the threshold.
     *
     * @param gram the upper triangle
     * @param terms number of products that each element is the sum of
     * @param units number of rows of the whole map
     * @param columns number of its columns
     */
    static @Nullable Spectrum byGram(
            Matrix gram, int terms, int units, int columns, Tolerance tolerance, double... factors)
            throws InterruptedException {
        if (factors.length == 0) {
            try (Matrix copy = gram.copy()) {
                Spectrum full = FullRank.prove(new DoubleGram(copy, terms), units, columns, tolerance, 0);
                if (full != null) {
                    return full;
                }
            }
        }
        double[] values = eigenvalues(gram.copy());
        double largest = largest(values);
        double threshold = tolerance.threshold(units, columns, largest);
        double least =
                Math.min(threshold, largest * Arrays.stream(factors).min().orElse(1));
        return least >= RESOLUTION * largest ? Spectrum.of(values, threshold, factors) : null;
    }

    /** A lower triangular L of as many rows with L Lᵀ = A Aᵀ, for A with fewer rows than columns; closes A. */
    static Matrix triangle(Matrix a) throws InterruptedException {
        int rows = a.rows();
        return call(rows, () -> {
            try (a;
                    DoublePointer scales = new DoublePointer(rows)) {
                succeeded(LAPACKE_dgeqr2(LAPACK_COL_MAJOR, a.columns(), rows, a.from(0), a.columns(), scales));
                Matrix triangle = new Matrix(rows, rows);
                double[] row = new double[rows];
                for (int i = 0; i < rows; i++) {
                    a.from(i).get(row, 0, i + 1);
                    triangle.setRow(i, row, i + 1);
                }
                return triangle;
            }
        });
    }

    /** The square roots of the eigenvalues; closes the matrix. */
    private static double[] eigenvalues(Matrix gram) throws InterruptedException {
        int size = gram.rows();
        return call(size, () -> {
            try (gram;
                    DoublePointer diagonal = new DoublePointer(size);
                    DoublePointer beside = new DoublePointer(size);
                    DoublePointer scales = new DoublePointer(size)) {
                succeeded(LAPACKE_dsytrd(
                        LAPACK_COL_MAJOR, (byte) 'L', size, gram.from(0), size, diagonal, beside, scales));
                succeeded(LAPACKE_dsterf(size, diagonal, beside));
                double[] squares = numbers(diagonal, size);
                return Arrays.stream(squares)
                        .map(square -> Math.sqrt(Math.max(0, square)))
                        .toArray();
            }
        });
    }

    /** The upper triangle of A Aᵀ or Aᵀ A, whichever is smaller. */
    private static Matrix gram(Matrix a) throws InterruptedException {
        return gram(a, a.rows() <= a.columns());
    }

    /** The upper triangle of A Aᵀ. */
    static Matrix gramOfRows(Matrix a) throws InterruptedException {
        return gram(a, true);
    }

    private static Matrix gram(Matrix a, boolean wide) throws InterruptedException {
        int size = wide ? a.rows() : a.columns();
        int inner = wide ? a.columns() : a.rows();
        int block = (int) Math.max(1, Math.min(inner, FLOPS_A_BLOCK / ((double) size * size)));
        Matrix gram = new Matrix(size, size);
        for (int start = 0; start < inner; start += block) {
            Cancellation.check();
            int count = Math.min(block, inner - start);
            DoublePointer from = wide ? a.from(0).getPointer(start) : a.from(start);
            int transposed = wide ? CblasNoTrans : CblasTrans;
            cblas_dsyrk(
                    CblasRowMajor, CblasUpper, transposed, size, count, 1, from, a.columns(), 1, gram.from(0), size);
        }
        return gram;
    }

    private static double[] bySvd(Matrix matrix) throws InterruptedException {
        Matrix copy = matrix.copy();
        int rows = matrix.rows();
        int columns = matrix.columns();
        int size = Math.min(rows, columns);
        return call(size, () -> {
            try (copy;
                    DoublePointer values = new DoublePointer(size);
                    DoublePointer beside = new DoublePointer(size);
                    DoublePointer left = new DoublePointer(size);
                    DoublePointer right = new DoublePointer(size);
                    DoublePointer none = new DoublePointer(1)) {
                succeeded(LAPACKE_dgebrd(
                        LAPACK_COL_MAJOR, columns, rows, copy.from(0), columns, values, beside, left, right));
                byte side = (byte) (columns >= rows ? 'U' : 'L');
                succeeded(LAPACKE_dbdsqr(
                        LAPACK_COL_MAJOR, side, size, 0, 0, 0, values, beside, none, 1, none, 1, none, 1));
                return numbers(values, size);
            }
        });
    }

    private static <T> T call(int size, Supplier<T> call) throws InterruptedException {
        Cancellation.check();
        if (size >= LONG) {
            return Cancellation.await(call);
        }
        return call.get();
    }

    private static double[] numbers(DoublePointer pointer, int count) {
        double[] numbers = new double[count];
        pointer.get(numbers);
        return numbers;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    private static void succeeded(int status) {
        if (status != 0) {
            throw new ProbeException(
                    "singular values could not be computed: LAPACK's status is " + status + ", expected 0");
        }
    }
}
