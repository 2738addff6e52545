package org.crease.probes.rank;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_daxpy;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dscal;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_idamax;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;

/** A dense row-major matrix of doubles outside the Java heap, where BLAS reads it without a copy. Zero when made. */
final class Matrix implements AutoCloseable {
    private final int rows;
    private final int columns;
    private final DoublePointer data;

    Matrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        data = new DoublePointer(Math.max(1, elements()));
        Pointer.memset(data, 0, elements() * Double.BYTES);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    long elements() {
        return (long) rows * columns;
    }

    /** The memory from the start of a row on, for BLAS. */
    DoublePointer from(int row) {
        return data.getPointer((long) row * columns);
    }

    void set(int row, int column, double value) {
        data.put((long) row * columns + column, value);
    }

    double get(int row, int column) {
        return data.get((long) row * columns + column);
    }

    /** Writes the first {@code count} numbers into a row. */
    void setRow(int row, double[] numbers, int count) {
        from(row).put(numbers, 0, count);
    }

    void copyRow(int row, Matrix source, int sourceRow) {
        Pointer.memcpy(from(row), source.from(sourceRow), (long) columns * Double.BYTES);
    }

    /** row += factor · source row. */
    void addRow(int row, double factor, Matrix source, int sourceRow) {
        cblas_daxpy(columns, factor, source.from(sourceRow), 1, from(row), 1);
    }

    void scaleRow(int row, double factor) {
        cblas_dscal(columns, factor, from(row), 1);
    }

    /** The first rows of left · right become rows of this matrix, from {@code row} on. */
    void setProduct(int row, Matrix left, int leftRows, Matrix right) {
        cblas_dgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                leftRows,
                right.columns,
                left.columns,
                1,
                left.data,
                left.columns,
                right.data,
                right.columns,
                0,
                from(row),
                columns);
    }

    /** The largest absolute value of an element. */
    double magnitude() {
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            int column = Math.toIntExact(cblas_idamax(columns, from(row), 1));
            largest = Math.max(largest, Math.abs(get(row, column)));
        }
        return largest;
    }

    Matrix copy() {
        Matrix copy = new Matrix(rows, columns);
        Pointer.memcpy(copy.data, data, elements() * Double.BYTES);
        return copy;
    }

    @Override
    public void close() {
        data.close();
    }
}
