package org.crease.homology.kernel;

/** The edges of a Vietoris-Rips filtration in order, and which of them matter to dimensions 0 and 1. */
public interface FiltrationKernel extends Kernel {

    /** Of a cloud, from its distances on. At least two points. */
    OrderedEdges edges(MeasuredPoints points, Extent extent) throws InterruptedException;

    /**
     * Of distances.
     *
     * @param lower those below the diagonal, row after row, none negative, NaN or -0; not to be changed
     */
    OrderedEdges edges(int size, float[] lower, Extent extent) throws InterruptedException;

    /**
     * How far the filtration goes, and what is asked for.
     *
     * @param threshold edges are no longer than it
     * @param least or than this and the last scale: the enclosing radius or, where that is infinite, the largest distance
     *     that is not
     * @param lunes whether critical edges are asked for
     */
    record Extent(double threshold, double least, boolean lunes) {}

    /**
     * The answer.
     *
     * @param lower all distances, row after row; the array given, if one was
     * @param last the last scale or {@link Extent#least}, whichever is larger
     * @param ends of each edge in order of length, equal ones in the order of the distances: the higher point in the upper 16
     *     bits, the lower in the lower
     * @param critical the edges whose lune, the points joined to both ends by earlier edges, is empty or falls into several
     *     pieces, in order: of each its place, the number of pieces, the lowest point of each piece, ascending; nothing where
     *     they are not asked for
     */
    record OrderedEdges(float[] lower, double last, int[] ends, int[] critical) {}

    /** The operations of the edges of so many points, their distances left out. */
    static double operations(int size, boolean lunes) {
        double pairs = size * (size - 1.0) / 2;
        return lunes ? pairs * (64 + size / 20.0) : 64 * pairs;
    }
}
