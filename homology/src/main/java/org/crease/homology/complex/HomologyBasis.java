package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.PrimeField;

/**
 * A basis of the homology of a chain complex, with a cycle for each class, and cycles written in it. A class belongs to a
 * cell that neither ends another nor is ended, the last of its cycle.
 */
final class HomologyBasis {
    private final BoundaryMatrix boundaries;
    private final PrimeField field;
    private final Reduction reduction;
    private final List<List<FormalSum>> cycles = new ArrayList<>(); // by dimension, ascending in their last cells
    private final int[] place; // of a cell's class among those of its dimension, -1 when it has none

    HomologyBasis(BoundaryMatrix boundaries, PrimeField field) throws InterruptedException {
        this.boundaries = boundaries;
        this.field = field;
        AdditionLog log = new AdditionLog(boundaries.count(), field);
        reduction = new Reduction(boundaries, field, log);
        for (int dimension = boundaries.dimension(); dimension >= 0; dimension--) {
            reduction.reduce(dimension, cell -> true);
            cycles.add(new ArrayList<>());
        }
        place = new int[boundaries.count()];
        for (int cell = 0; cell < place.length; cell++) {
            boolean essential = reduction.columnOf(cell) < 0 && reduction.rowOf(cell) < 0;
            List<FormalSum> known = cycles.get(boundaries.dimension(cell));
            place[cell] = essential ? known.size() : -1;
            if (essential) {
                known.add(log.sum(cell));
            }
        }
    }

    /** The cycles of a dimension, one a class. */
    List<FormalSum> cycles(int dimension) {
        return cycles.get(dimension);
    }

    /** The class of a cycle: a coefficient for each cycle of the basis. */
    int[] coordinates(int dimension, FormalSum cycle) throws InterruptedException {
        int[] coordinates = new int[cycles(dimension).size()];
        Accumulator rest = new Accumulator(boundaries.count(), field);
        add(rest, cycle, 1);
        for (int cell = rest.last(); cell >= 0; cell = rest.last()) {
            Interruption.check("writing a cycle in a basis");
            int coefficient = rest.coefficient(cell);
            if (place[cell] >= 0) {
                coordinates[place[cell]] = coefficient;
                add(rest, cycles(dimension).get(place[cell]), field.negative(coefficient));
            } else {
                clear(rest, cell, coefficient);
            }
        }
        return coordinates;
    }

    /** Adds the multiple of the boundary that ends with a cell by which the cell goes. */
    private void clear(Accumulator rest, int cell, int coefficient) {
        int column = reduction.columnOf(cell);
        if (column < 0) {
            throw new IllegalStateException("cell " + cell + " is the last of no cycle");
        }
        FormalSum boundary = reduction.column(column);
        for (int k = 0; k < boundary.simplices().length; k++) {
            if (boundary.simplices()[k] == cell) {
                int last = boundary.coefficients()[k];
                add(rest, boundary, field.negative(field.times(coefficient, field.inverse(last))));
                return;
            }
        }
        throw new IllegalStateException("column " + column + " has no row " + cell);
    }

    private void add(Accumulator sum, FormalSum chain, int factor) {
        for (int k = 0; k < chain.simplices().length; k++) {
            sum.add(chain.simplices()[k], field.times(chain.coefficients()[k], factor));
        }
    }
}
