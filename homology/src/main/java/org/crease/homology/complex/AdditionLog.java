package org.crease.homology.complex;

import org.crease.homology.PrimeField;

/**
 * Which columns were added to which, with what factors. A column that ended as zero is the boundary of nothing: the sum of
 * cells that led there, a cycle, is unrolled from the log on request, each column once, so that no second matrix is kept.
 */
final class AdditionLog {
    private final PrimeField field;
    private final int[] lastOf; // of a column, one past its last addition in the store
    private final IntStore previous = new IntStore(); // the addition before of the same column, one past
    private final TermStore additions = new TermStore();

    AdditionLog(int columns, PrimeField field) {
        this.field = field;
        lastOf = new int[columns];
    }

    /** Says that a column before, {@code other}, times a factor, was added to a column. */
    void add(int column, int other, int factor) {
        previous.add(lastOf[column]);
        additions.add(other, factor);
        lastOf[column] = additions.size();
    }

    /** The sum of cells whose boundary is a reduced column. */
    FormalSum sum(int column) throws InterruptedException {
        Accumulator pending = new Accumulator(lastOf.length, field);
        IntStore cells = new IntStore();
        IntStore coefficients = new IntStore();
        pending.add(column, 1);
        // columns are added from the left only, so that a column's coefficient is complete when it is the last
        for (int cell = pending.last(); cell >= 0; cell = pending.last()) {
            Interruption.check("unrolling the cycle of cell " + column);
            int coefficient = pending.coefficient(cell);
            pending.remove(cell);
            cells.add(cell);
            coefficients.add(coefficient);
            for (int at = lastOf[cell]; at > 0; at = previous.get(at - 1)) {
                int factor = additions.coefficient(at - 1);
                pending.add(additions.cell(at - 1), field.times(coefficient, factor));
            }
        }
        return new FormalSum(cells.toArray(), coefficients.toArray());
    }
}
