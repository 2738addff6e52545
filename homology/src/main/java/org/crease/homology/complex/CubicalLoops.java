package org.crease.homology.complex;

import java.util.Arrays;
import java.util.BitSet;
import org.crease.homology.PrimeField;
import org.crease.homology.Watch;

/**
 * The loops of a grid of dimension 3: the boundaries of squares, reduced over the edges that begin loops. Squares that
 * begin a void would reduce to zero and edges that end a component are never the last of a reduced boundary, so neither
 * takes part. A square whose last edge is free at once, most of them, is kept by its index alone.
 */
final class CubicalLoops {
    private static final int NONE = -1;
    private static final long BYTES_OF_TERM = 6;

    private final CubicalGrid grid;
    private final int ranks;
    private final PrimeField field;
    private final Watch watch;
    private final int[] facets = new int[4];
    private final TermStore terms = new TermStore();

    CubicalLoops(CubicalGrid grid, int distinctRanks, PrimeField field, Watch watch) {
        this.grid = grid;
        ranks = distinctRanks;
        this.field = field;
        this.watch = watch;
    }

    /** Called for each edge that begins a loop, with the square that ends it. */
    interface Sink {
        void pair(int edge, int square);
    }

    void pairs(BitSet paired, Sink sink) throws InterruptedException {
        int[] edges = CubicalOrder.of(grid, 1, ranks, cell -> !paired.get(cell));
        int[] squares = CubicalOrder.of(grid, 2, ranks, cell -> !paired.get(cell));
        int[] position = positions(edges);
        new Columns(edges.length, squares, position).reduce((row, square) -> sink.pair(edges[row], square));
    }

    private int[] positions(int[] edges) {
        int[] position = new int[grid.cells()];
        Arrays.fill(position, NONE);
        for (int k = 0; k < edges.length; k++) {
            position[edges[k]] = k;
        }
        return position;
    }

    /** The boundaries and what has become of them. */
    private final class Columns {
        private final int[] squares;
        private final int[] position; // of edges
        private final Accumulator sum;
        private final int[] columnOf; // by last row
        private final int[] begins; // of the terms of a reduced column; NONE where it is the boundary itself
        private final int[] ends;

        Columns(int rows, int[] squares, int[] position) {
            this.squares = squares;
            this.position = position;
            sum = new Accumulator(rows, field);
            columnOf = new int[rows];
            Arrays.fill(columnOf, NONE);
            begins = new int[squares.length];
            Arrays.fill(begins, NONE);
            ends = new int[squares.length];
        }

        void reduce(Sink sink) throws InterruptedException {
            for (int column = 0; column < squares.length; column++) {
                Interruption.check("reducing square " + column + " of " + squares.length);
                watch.at(column, squares.length);
                watch.holds(BYTES_OF_TERM * terms.size());
                int row = lastRow(column);
                if (row != NONE && columnOf[row] != NONE) {
                    row = reducedRow(column);
                }
                if (row != NONE) {
                    columnOf[row] = column;
                    sink.pair(row, squares[column]);
                }
            }
        }

        private int lastRow(int column) {
            int last = NONE;
            int count = grid.facets(squares[column], facets);
            for (int k = 0; k < count; k++) {
                last = Math.max(last, position[facets[k]]);
            }
            return last;
        }

        private int reducedRow(int column) throws InterruptedException {
            addBoundary(column, 1);
            int row = sum.last();
            while (row != NONE && columnOf[row] != NONE) {
                Interruption.check("reducing square " + column + " of " + squares.length);
                addColumn(columnOf[row], row);
                row = sum.last();
            }
            begins[column] = terms.size();
            for (int cell = row; cell != NONE; cell = sum.last()) {
                terms.add(cell, sum.coefficient(cell));
                sum.remove(cell);
            }
            ends[column] = terms.size();
            return row;
        }

        private void addColumn(int column, int row) {
            boolean written = begins[column] != NONE;
            int last = written ? terms.coefficient(begins[column]) : boundaryCoefficient(column, row);
            int factor = field.negative(field.times(sum.coefficient(row), field.inverse(last)));
            if (!written) {
                addBoundary(column, factor);
                return;
            }
            for (int at = begins[column]; at < ends[column]; at++) {
                sum.add(terms.cell(at), field.times(factor, terms.coefficient(at)));
            }
        }

        private void addBoundary(int column, int factor) {
            int count = grid.facets(squares[column], facets);
            for (int k = 0; k < count; k++) {
                int row = position[facets[k]];
                if (row != NONE) {
                    sum.add(row, k % 2 == 0 ? factor : field.negative(factor));
                }
            }
        }

        private int boundaryCoefficient(int column, int row) {
            int count = grid.facets(squares[column], facets);
            for (int k = 0; k < count; k++) {
                if (position[facets[k]] == row) {
                    return k % 2 == 0 ? 1 : field.negative(1);
                }
            }
            throw new IllegalStateException("boundary of square " + squares[column] + " has no edge " + row);
        }
    }
}
