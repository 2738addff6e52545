package org.crease.homology.complex;

import java.util.Arrays;
import org.crease.homology.PrimeField;
import org.jspecify.annotations.Nullable;

/**
 * Reduces the columns of a boundary matrix from the left until no two have the same last row. A column and its last row
 * are then a pair: the class born with the row dies with the column. Dimensions come from the top down, and a cell that
 * is a last row already is not reduced, as its column would end as zero (<i>clearing</i>, C. Chen, M. Kerber,
 * <i>Persistent homology computation with a twist</i>, EuroCG 2011). Applied to the dual matrix this is persistent
 * cohomology, with the same pairs.
 *
 * <p>A column whose last row is free at the start is never copied.
 */
final class Reduction {
    private static final int NONE = -1;

    private final BoundaryMatrix matrix;
    private final PrimeField field;
    private final Accumulator sum;
    private final int[] columnOf; // by last row
    private final int[] rowOf; // by column
    private final int[] begins; // of the terms of a reduced column; NONE where it is that of the matrix
    private final int[] ends;
    private final TermStore terms = new TermStore();
    private final @Nullable AdditionLog log;

    Reduction(BoundaryMatrix matrix, PrimeField field) {
        this(matrix, field, null);
    }

    /** With a log that all additions of columns are written to. */
    Reduction(BoundaryMatrix matrix, PrimeField field, @Nullable AdditionLog log) {
        this.log = log;
        this.matrix = matrix;
        this.field = field;
        sum = new Accumulator(matrix.count(), field);
        columnOf = filled(matrix.count());
        rowOf = filled(matrix.count());
        begins = filled(matrix.count());
        ends = new int[matrix.count()];
    }

    private static int[] filled(int length) {
        int[] filled = new int[length];
        Arrays.fill(filled, NONE);
        return filled;
    }

    /** Says that a row and a column are known to be a pair; the column is not to be needed for others. */
    void pair(int row, int column) {
        columnOf[row] = column;
        rowOf[column] = row;
    }

    /** Which cells to reduce the columns of. */
    interface Choice {
        boolean isTaken(int cell);
    }

    /** Reduces the columns of the cells of a dimension that are in no pair. Dimensions must come from the top down. */
    void reduce(int dimension, Choice choice) throws InterruptedException {
        for (int column = 0; column < matrix.count(); column++) {
            boolean isFree = columnOf[column] == NONE && rowOf[column] == NONE;
            if (isFree && matrix.dimension(column) == dimension && choice.isTaken(column)) {
                reduceColumn(column);
            }
        }
    }

    /** The column that a cell's class dies with, -1 when there is none. */
    int columnOf(int row) {
        return columnOf[row];
    }

    /** The row whose class dies with a cell, -1 when there is none. */
    int rowOf(int column) {
        return rowOf[column];
    }

    /** A reduced column other than zero. */
    FormalSum column(int column) {
        boolean written = begins[column] != NONE;
        int begin = written ? begins[column] : matrix.begin(column);
        int end = written ? ends[column] : matrix.end(column);
        int[] cells = new int[end - begin];
        int[] coefficients = new int[end - begin];
        for (int at = begin; at < end; at++) {
            cells[at - begin] = written ? terms.cell(at) : matrix.row(at);
            coefficients[at - begin] = written ? terms.coefficient(at) : sign(at, 1);
        }
        return new FormalSum(cells, coefficients);
    }

    private void reduceColumn(int column) throws InterruptedException {
        Interruption.check("reducing column " + column + " of " + matrix.count());
        int row = matrix.last(column);
        if (row == NONE || columnOf[row] == NONE) {
            end(column, row);
            return;
        }
        addMatrixColumn(column, 1);
        for (row = sum.last(); row != NONE && columnOf[row] != NONE; row = sum.last()) {
            int other = columnOf[row];
            int factor = field.times(sum.coefficient(row), field.inverse(lastCoefficient(other, row)));
            add(other, field.negative(factor));
            if (log != null) {
                log.add(column, other, field.negative(factor));
            }
        }
        if (row != NONE) {
            begins[column] = terms.size();
            moveSum();
            ends[column] = terms.size();
        }
        end(column, row);
    }

    private void end(int column, int row) {
        if (row != NONE) {
            pair(row, column);
        }
    }

    /** The sum's terms, the last cell first, to the store. */
    private void moveSum() {
        for (int cell = sum.last(); cell != NONE; cell = sum.last()) {
            terms.add(cell, sum.coefficient(cell));
            sum.remove(cell);
        }
    }

    private int lastCoefficient(int column, int row) {
        if (begins[column] != NONE) {
            return terms.coefficient(begins[column]);
        }
        for (int at = matrix.begin(column); at < matrix.end(column); at++) {
            if (matrix.row(at) == row) {
                return sign(at, 1);
            }
        }
        throw new IllegalStateException("column " + column + " has no row " + row);
    }

    private void add(int column, int factor) throws InterruptedException {
        Interruption.check("adding columns of " + matrix.count());
        if (begins[column] == NONE) {
            addMatrixColumn(column, factor);
            return;
        }
        for (int at = begins[column]; at < ends[column]; at++) {
            sum.add(terms.cell(at), field.times(factor, terms.coefficient(at)));
        }
    }

    private void addMatrixColumn(int column, int factor) {
        for (int at = matrix.begin(column); at < matrix.end(column); at++) {
            sum.add(matrix.row(at), sign(at, factor));
        }
    }

    private int sign(int at, int factor) {
        return matrix.isNegative(at) ? field.negative(factor) : factor;
    }
}
