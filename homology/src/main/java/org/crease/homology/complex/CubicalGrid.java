package org.crease.homology.complex;

/**
 * The cells of a box cut into unit cubes, of dimension 1 to 3, without an object or even a number stored for each. A cell has a
 * coordinate along each axis, even for a point and odd for an interval; its index runs over them in row-major order. Its rank
 * in the filtration is looked up among those of the array's entries: the least of the top cells around it, or the greatest of
 * its vertices.
 */
final class CubicalGrid {
    private static final int AXES = 3;

    private final int dimension;
    private final boolean onVertices;
    private final int[] sizes = new int[AXES]; // in cells; absent axes come first, of size 1
    private final int[] strides = new int[AXES]; // of cells
    private final int[] entries = new int[AXES]; // of the array
    private final int[] entryStrides = new int[AXES];
    private final int[] ranks; // of the array's entries
    private final int cells;

    /** Over the ranks of an array's entries, which are vertices or else top cells. */
    CubicalGrid(int[] shape, int[] ranks, boolean onVertices) {
        dimension = shape.length;
        this.onVertices = onVertices;
        this.ranks = ranks;
        long stride = 1;
        int entryStride = 1;
        for (int axis = AXES - 1; axis >= 0; axis--) {
            int place = axis - AXES + dimension;
            int length = place < 0 ? 0 : shape[place];
            entries[axis] = Math.max(1, length);
            sizes[axis] = place < 0 ? 1 : onVertices ? 2 * length - 1 : 2 * length + 1;
            strides[axis] = (int) stride;
            entryStrides[axis] = entryStride;
            stride = Math.multiplyExact(stride, sizes[axis]);
            entryStride *= entries[axis];
            if (stride > Integer.MAX_VALUE - 8) {
                throw new IllegalArgumentException("cubical complex of at least " + stride
                        + " cells; it may have at most " + (Integer.MAX_VALUE - 8));
            }
        }
        cells = (int) stride;
    }

    /** Number of cells of all dimensions. */
    int cells() {
        return cells;
    }

    /** The largest dimension that a cell may have: the number of axes. */
    int dimension() {
        return dimension;
    }

    private int coordinate(int cell, int axis) {
        return cell / strides[axis] % sizes[axis];
    }

    /** The dimension of a cell: how many of its coordinates are odd. */
    int dimension(int cell) {
        int sum = 0;
        for (int axis = AXES - dimension; axis < AXES; axis++) {
            sum += coordinate(cell, axis) & 1;
        }
        return sum;
    }

    /** The rank of a cell's value. */
    int rank(int cell) {
        return onVertices ? greatest(cell, 0, 0) : least(cell, 0, 0);
    }

    private int least(int cell, int axis, int entry) {
        if (axis == AXES) {
            return ranks[entry];
        }
        int coordinate = coordinate(cell, axis);
        if (axis < AXES - dimension) {
            return least(cell, axis + 1, entry);
        }
        int high = coordinate >> 1;
        int stride = entryStrides[axis];
        if ((coordinate & 1) != 0) {
            return least(cell, axis + 1, entry + high * stride);
        }
        int rank = Integer.MAX_VALUE;
        if (high > 0) {
            rank = least(cell, axis + 1, entry + (high - 1) * stride);
        }
        return high < entries[axis] ? Math.min(rank, least(cell, axis + 1, entry + high * stride)) : rank;
    }

    private int greatest(int cell, int axis, int entry) {
        if (axis == AXES) {
            return ranks[entry];
        }
        int coordinate = coordinate(cell, axis);
        int low = entry + (coordinate >> 1) * entryStrides[axis];
        int rank = greatest(cell, axis + 1, low);
        return (coordinate & 1) == 0 ? rank : Math.max(rank, greatest(cell, axis + 1, low + entryStrides[axis]));
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
