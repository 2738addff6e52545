package org.crease.homology.kernel;

/** The minimum spanning tree of a cloud. */
public interface SpanningTreeKernel extends Kernel {

    /** A tree of at least one point. */
    Tree tree(MeasuredPoints points) throws InterruptedException;

    /**
     * The edges in any order. Among trees of equal total length it may be any; lengths are the same for all.
     *
     * @param ends two for each edge
     * @param lengths of the edges
     */
    record Tree(int[] ends, float[] lengths) {}

    /** The operations of a tree of so many points: of their distances, each once. */
    static double operations(int size, int dimension) {
        return DistanceKernel.operations(size, dimension) + (double) size * size;
    }
}
