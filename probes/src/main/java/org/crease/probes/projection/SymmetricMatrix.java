package org.crease.probes.projection;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dstemr;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsterf;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsytrd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasColMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasLower;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dsyrk;

import java.util.Arrays;
import java.util.function.Supplier;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.crease.probes.Cancellation;
import org.crease.probes.ProbeException;

/**
 * A symmetric matrix outside the Java heap, by its lower triangle in column-major order, to be asked once for its eigenpairs:
 * 4/3 n³ flops.
 *
 * <p>LAPACK makes it tridiagonal and solves that by relatively robust representations (I. Dhillon, B. Parlett 2004), which
 * equal eigenvalues do not upset as they do bisection; eigenvectors are taken back in Java. LAPACK's own way back multiplies by
 * triangular matrices, which OpenBLAS 0.3.19 gets wrong on processors with AVX-512 from about 130 rows on.
 */
final class SymmetricMatrix {
    /** From this size on one LAPACK call may outlast the time within which a probe must stop. */
    private static final int LONG = 600;

    private static final double FLOPS_A_BLOCK = 5e8;

    private final int size;
    private final DoublePointer data;

    private SymmetricMatrix(int size) {
        this.size = size;
        data = new DoublePointer(Math.max(1L, (long) size * size));
    }

    /** With these columns; of each, the elements from the diagonal on count. */
    static SymmetricMatrix of(double[][] columns) {
        SymmetricMatrix matrix = new SymmetricMatrix(columns.length);
        for (int j = 0; j < columns.length; j++) {
            matrix.data.getPointer((long) j * columns.length).put(columns[j], 0, columns.length);
        }
        return matrix;
    }

    /** The products of vectors with each other, A Aᵀ; cost n² times their length. */
    static SymmetricMatrix gram(double[][] vectors) throws InterruptedException {
        SymmetricMatrix matrix = new SymmetricMatrix(vectors.length);
        matrix.fillGram(vectors);
        return matrix;
    }

    private void fillGram(double[][] vectors) throws InterruptedException {
        int length = vectors[0].length;
        int block = (int) Math.max(1, Math.min(length, FLOPS_A_BLOCK / ((double) size * size)));
        try (DoublePointer columns = new DoublePointer((long) size * block)) {
            double[] column = new double[size];
            for (int start = 0; start < length; start += block) {
                Cancellation.check();
                int count = Math.min(block, length - start);
                for (int k = 0; k < count; k++) {
                    for (int i = 0; i < size; i++) {
                        column[i] = vectors[i][start + k];
                    }
                    columns.getPointer((long) k * size).put(column, 0, size);
                }
                double before = start == 0 ? 0 : 1;
                cblas_dsyrk(CblasColMajor, CblasLower, CblasNoTrans, size, count, 1, columns, size, before, data, size);
            }
        }
    }

    /**
     * The largest eigenvalues, {@code count} of them, at most n, and their eigenvectors. The matrix is used up and its memory
     * freed.
     */
    Eigenpairs largest(int count) throws InterruptedException {
        return call(() -> {
            try (data;
                    DoublePointer diagonal = new DoublePointer(size);
                    DoublePointer beside = new DoublePointer(size);
                    DoublePointer scales = new DoublePointer(size)) {
                succeeded(LAPACKE_dsytrd(LAPACK_COL_MAJOR, (byte) 'L', size, data, size, diagonal, beside, scales));
                double[] onDiagonal = numbers(diagonal, size);
                double[] besideIt = numbers(beside, size - 1);
                Eigenpairs pairs = tridiagonal(onDiagonal, besideIt, count);
                reflect(pairs.vectors(), numbers(scales, size - 1));
                return pairs;
            }
        });
    }

    private Eigenpairs tridiagonal(double[] diagonal, double[] beside, int count) {
        try (DoublePointer d = of(diagonal);
                DoublePointer e = of(Arrays.copyOf(beside, size));
                DoublePointer values = new DoublePointer(size);
                DoublePointer vectors = new DoublePointer((long) size * count);
                IntPointer support = new IntPointer(2L * count);
                IntPointer relative = new IntPointer(1).put(1);
                IntPointer found = new IntPointer(1)) {
            byte wanted = (byte) 'V';
            byte byNumber = (byte) 'I';
            int first = size - count + 1;
            int status = LAPACKE_dstemr(
                    LAPACK_COL_MAJOR,
                    wanted,
                    byNumber,
                    size,
                    d,
                    e,
                    0,
                    0,
                    first,
                    size,
                    found,
                    values,
                    vectors,
                    size,
                    count,
                    support,
                    relative);
            succeeded(found.get() == count ? status : -1);
            double[] ascending = numbers(values, count);
            double[] descending = new double[count];
            double[][] chosen = new double[count][size];
            for (int k = 0; k < count; k++) {
                descending[k] = ascending[count - 1 - k];
                vectors.getPointer((count - 1L - k) * size).get(chosen[k]);
            }
            return new Eigenpairs(descending, chosen, traceNorm(diagonal, beside));
        }
    }

    private double traceNorm(double[] diagonal, double[] beside) {
        try (DoublePointer d = of(diagonal);
                DoublePointer e = of(beside)) {
            succeeded(LAPACKE_dsterf(size, d, e));
            return Arrays.stream(numbers(d, size)).map(Math::abs).sum();
        }
    }

    /** Takes eigenvectors of the tridiagonal matrix to those of this one: the reflections that made it, the last first. */
    private void reflect(double[][] vectors, double[] scales) {
        double[] mirror = new double[size];
        for (int i = size - 2; i >= 0; i--) {
            data.getPointer((long) i * size).get(mirror);
            mirror[i + 1] = 1;
            for (double[] vector : vectors) {
                double product = 0;
                for (int j = i + 1; j < size; j++) {
                    product += mirror[j] * vector[j];
                }
                for (int j = i + 1; j < size; j++) {
                    vector[j] -= scales[i] * product * mirror[j];
                }
            }
        }
    }

    private static DoublePointer of(double[] numbers) {
        DoublePointer pointer = new DoublePointer(Math.max(1, numbers.length));
        pointer.put(numbers);
        return pointer;
    }

    private static double[] numbers(DoublePointer pointer, int count) {
        double[] numbers = new double[count];
        pointer.get(numbers);
        return numbers;
    }

    private <T> T call(Supplier<T> call) throws InterruptedException {
        Cancellation.check();
        return size >= LONG ? Cancellation.await(call) : call.get();
    }

    private static void succeeded(int status) {
        if (status != 0) {
            throw new ProbeException(
                    "eigenvectors could not be computed: LAPACK's status is " + status + ", expected 0");
        }
    }
}
