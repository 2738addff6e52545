package org.crease.homology.complex;

/** The cells of one dimension of a grid in the order of the filtration: by rank, then index; counted into place. */
final class CubicalOrder {
    private CubicalOrder() {}

    /** Which cells to leave out. */
    interface Choice {
        boolean isTaken(int cell);
    }

    static int[] of(CubicalGrid grid, int dimension, int distinctRanks, Choice choice) throws InterruptedException {
        int[] next = new int[distinctRanks + 1];
        grid.visit(dimension, cell -> {
            if (choice.isTaken(cell)) {
                next[grid.rank(cell) + 1]++;
            }
        });
        for (int rank = 0; rank < distinctRanks; rank++) {
            next[rank + 1] += next[rank];
        }
        int[] order = new int[next[distinctRanks]];
        grid.visit(dimension, cell -> {
            if (choice.isTaken(cell)) {
                order[next[grid.rank(cell)]++] = cell;
            }
        });
        return order;
    }
}
