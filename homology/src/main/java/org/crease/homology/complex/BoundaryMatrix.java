package org.crease.homology.complex;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The boundaries of the cells of a filtration, column after column, in compressed form. An entry is a cell of one dimension
 * below, times two, plus one where its coefficient is -1.
 */
final class BoundaryMatrix {
    private final int[] starts;
    private final int[] entries;
    private final byte[] dimensions;
    private final int dimension;

    private BoundaryMatrix(int[] starts, int[] entries, byte[] dimensions, int dimension) {
        this.starts = starts;
        this.entries = entries;
        this.dimensions = dimensions;
        this.dimension = dimension;
    }

    static BoundaryMatrix of(FilteredComplex complex) throws InterruptedException {
        BitSet all = new BitSet();
        all.set(0, complex.size());
        return of(complex, all);
    }

    /**
     * The boundaries of some cells, with what of them is among these: of a part its own boundaries, of what is outside of a
     * part the boundaries relative to it. Cells are numbered anew, in their order.
     */
    static BoundaryMatrix of(FilteredComplex complex, BitSet kept) throws InterruptedException {
        if (complex.size() > 1 << 30 || complex.dimension() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("complex of " + complex.size() + " simplices, of dimension "
                    + complex.dimension() + "; it must have at most " + (1 << 30) + ", of dimension at most "
                    + Byte.MAX_VALUE);
        }
        int[] cells = kept.stream().toArray();
        int[] number = new int[complex.size()];
        byte[] dimensions = new byte[cells.length];
        int facets = 0;
        for (int column = 0; column < cells.length; column++) {
            number[cells[column]] = column;
            dimensions[column] = (byte) complex.dimension(cells[column]);
            facets = Math.addExact(facets, dimensions[column] == 0 ? 0 : dimensions[column] + 1);
        }
        int[] starts = new int[cells.length + 1];
        int[] entries = new int[facets];
        int next = 0;
        for (int column = 0; column < cells.length; column++) {
            if (column % 4096 == 0) {
                Interruption.check("writing down " + cells.length + " boundaries");
            }
            for (int place = 0; dimensions[column] > 0 && place <= dimensions[column]; place++) {
                int facet = complex.facet(cells[column], place);
                if (kept.get(facet)) {
                    entries[next++] = 2 * number[facet] + place % 2;
                }
            }
            starts[column + 1] = next;
        }
        int[] used = next == facets ? entries : Arrays.copyOf(entries, next);
        return new BoundaryMatrix(starts, used, dimensions, complex.dimension());
    }

    /** The coboundaries, the last cell first: cell k is cell {@code count() - 1 - k} here. */
    BoundaryMatrix dual() throws InterruptedException {
        int last = dimensions.length - 1;
        int[] ends = new int[dimensions.length + 1];
        for (int entry : entries) {
            ends[last - (entry >> 1) + 1]++;
        }
        for (int cell = 0; cell <= last; cell++) {
            ends[cell + 1] += ends[cell];
        }
        int[] dualStarts = ends.clone();
        int[] next = ends; // filled up to the starts of the columns that follow
        int[] dualEntries = new int[entries.length];
        for (int cell = 0; cell <= last; cell++) {
            if (cell % 65536 == 0) {
                Interruption.check("transposing " + dimensions.length + " boundaries");
            }
            for (int at = starts[cell]; at < starts[cell + 1]; at++) {
                dualEntries[next[last - (entries[at] >> 1)]++] = 2 * (last - cell) + (entries[at] & 1);
            }
        }
        byte[] dualDimensions = new byte[dimensions.length];
        for (int cell = 0; cell <= last; cell++) {
            dualDimensions[last - cell] = (byte) (dimension - dimensions[cell]);
        }
        return new BoundaryMatrix(dualStarts, dualEntries, dualDimensions, dimension);
    }

    /** Number of cells. */
    int count() {
        return dimensions.length;
    }

    /** The largest dimension of a cell, -1 when there is none. */
    int dimension() {
        return dimension;
    }

    int dimension(int cell) {
        return dimensions[cell];
    }

    int begin(int column) {
        return starts[column];
    }

    int end(int column) {
        return starts[column + 1];
    }

    int row(int at) {
        return entries[at] >> 1;
    }

    boolean isNegative(int at) {
        return (entries[at] & 1) != 0;
    }

    /** The last row of a column, -1 when it is empty. */
    int last(int column) {
        int last = -1;
        for (int at = starts[column]; at < starts[column + 1]; at++) {
            last = Math.max(last, row(at));
        }
        return last;
    }
}
