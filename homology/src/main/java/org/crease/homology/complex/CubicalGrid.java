package org.crease.homology.complex;

/**
 * The cells of a box cut into unit cubes, of dimension 1 to 3, without an object for any. A cell has a coordinate along
 * each axis, even for a point and odd for an interval; its index runs over them in row-major order. Its rank in the
 * filtration is that of one of the array's entries: the least of the top cells around it, or the greatest of its
 * vertices, found along one axis after another.
 */
final class CubicalGrid {
    private static final int AXES = 3;

    private final int dimension;
    private final int[] sizes = new int[AXES]; // in cells; absent axes come first, of size 1
    private final int[] strides = new int[AXES];
    private final int[] ranks; // of cells

    /** Over the ranks of an array's entries, which are vertices or else top cells. */
    CubicalGrid(int[] shape, int[] entryRanks, boolean onVertices) throws InterruptedException {
        dimension = shape.length;
        long stride = 1;
        for (int axis = AXES - 1; axis >= 0; axis--) {
            int place = axis - AXES + dimension;
            sizes[axis] = place < 0 ? 1 : onVertices ? 2 * shape[place] - 1 : 2 * shape[place] + 1;
            strides[axis] = (int) stride;
            stride = Math.multiplyExact(stride, sizes[axis]);
            if (stride > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("cubical complex of at least " + stride
                        + " cells; it may have at most " + (Integer.MAX_VALUE - 8));
            }
        }
        ranks = new int[(int) stride];
        place(entryRanks, onVertices);
        for (int axis = AXES - dimension; axis < AXES; axis++) {
            spread(axis, onVertices);
        }
    }

    /** Gives the cells of the entries their ranks. */
    private void place(int[] entryRanks, boolean onVertices) {
        int offset = onVertices ? 0 : 1;
        int entry = 0;
        int from0 = dimension > 2 ? offset : 0;
        int from1 = dimension > 1 ? offset : 0;
        for (int x = from0; x < sizes[0]; x += 2) {
            for (int y = from1; y < sizes[1]; y += 2) {
                for (int z = offset; z < sizes[2]; z += 2) {
                    ranks[x * strides[0] + y * strides[1] + z] = entryRanks[entry++];
                }
            }
        }
    }

    /**
     * Gives cells between two that have their ranks the greater, or around one that has its rank the least, along an
     * axis.
     */
    private void spread(int axis, boolean onVertices) throws InterruptedException {
        int stride = strides[axis];
        int block = stride * sizes[axis];
        for (int begin = 0; begin < ranks.length; begin += block) {
            for (int coordinate = onVertices ? 1 : 0; coordinate < sizes[axis]; coordinate += 2) {
                Interruption.check("ranking the cells of a grid of " + ranks.length);
                int from = begin + coordinate * stride;
                for (int cell = from; cell < from + stride; cell++) {
                    int low = coordinate > 0 ? ranks[cell - stride] : ranks[cell + stride];
                    int high = coordinate + 1 < sizes[axis] ? ranks[cell + stride] : low;
                    ranks[cell] = onVertices ? Math.max(low, high) : Math.min(low, high);
                }
            }
        }
    }

    /** Number of cells of all dimensions. */
    int cells() {
        return ranks.length;
    }

    /** The largest dimension that a cell may have: the number of axes. */
    int dimension() {
        return dimension;
    }

    /** The rank of a cell's value. */
    int rank(int cell) {
        return ranks[cell];
    }

    private int coordinate(int cell, int axis) {
        return cell / strides[axis] % sizes[axis];
    }

    /** What is to be done with a cell. */
    interface Visitor {
        void visit(int cell);
    }

    /** Visits the cells of a dimension, those with as many odd coordinates, in the order of their indices. */
    void visit(int ofDimension, Visitor visitor) throws InterruptedException {
        for (int x = 0; x < sizes[0]; x++) {
            for (int y = 0; y < sizes[1]; y++) {
                Interruption.check("visiting the cells of a grid of " + ranks.length);
                int parity = ofDimension - (x & 1) - (y & 1);
                if (parity == 0 || parity == 1) {
                    int row = x * strides[0] + y * strides[1];
                    for (int z = parity; z < sizes[2]; z += 2) {
                        visitor.visit(row + z);
                    }
                }
            }
        }
    }

    /**
     * Writes the facets of a cell to an array, two for each of its dimensions, and returns their number. Their signs in its
     * boundary are +, -, +, -, ...
     */
    int facets(int cell, int[] facets) {
        int count = 0;
        for (int axis = 0; axis < AXES; axis++) {
            if ((coordinate(cell, axis) & 1) != 0) {
                // the upper end first along the first interval, the lower one along the second: the sign of a product
                int upper = count % 4 == 0 ? strides[axis] : -strides[axis];
                facets[count++] = cell + upper;
                facets[count++] = cell - upper;
            }
        }
        return count;
    }

    /** Writes the cells that have a cell as a facet to an array and returns their number. */
    int cofacets(int cell, int[] cofacets) {
        int count = 0;
        for (int axis = AXES - dimension; axis < AXES; axis++) {
            int coordinate = coordinate(cell, axis);
            if ((coordinate & 1) == 0) {
                if (coordinate > 0) {
                    cofacets[count++] = cell - strides[axis];
                }
                if (coordinate + 1 < sizes[axis]) {
                    cofacets[count++] = cell + strides[axis];
                }
            }
        }
        return count;
    }
}
