package org.crease.homology.complex;

/** The cells of one dimension of a grid in the order of the filtration: by rank, then index; counted into place. */
final class CubicalOrder {
    private static final int CELLS_BETWEEN_CHECKS = 1 << 16;

    private CubicalOrder() {}

    /** Which cells to leave out. */
    interface Choice {
        boolean isTaken(int cell);
    }

    static int[] of(CubicalGrid grid, int dimension, int distinctRanks, Choice choice) throws InterruptedException {
        int[] next = new int[distinctRanks + 1];
        for (int cell = 0; cell < grid.cells(); cell++) {
            checkAt(cell, grid);
            if (grid.dimension(cell) == dimension && choice.isTaken(cell)) {
                next[grid.rank(cell) + 1]++;
            }
        }
        for (int rank = 0; rank < distinctRanks; rank++) {
            next[rank + 1] += next[rank];
        }
        int[] order = new int[next[distinctRanks]];
        for (int cell = 0; cell < grid.cells(); cell++) {
            checkAt(cell, grid);
            if (grid.dimension(cell) == dimension && choice.isTaken(cell)) {
                order[next[grid.rank(cell)]++] = cell;
            }
        }
        return order;
    }

    private static void checkAt(int cell, CubicalGrid grid) throws InterruptedException {
        if (cell % CELLS_BETWEEN_CHECKS == 0) {
            Interruption.check("sorting the cells of a grid of " + grid.cells());
        }
    }
}
