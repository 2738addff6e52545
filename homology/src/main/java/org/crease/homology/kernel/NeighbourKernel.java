package org.crease.homology.kernel;

/** The nearest neighbours of each point of a cloud. */
public interface NeighbourKernel extends Kernel {
    /** The most neighbours of a point that are looked for. */
    int MOST = 64;

    /**
     * The nearest others of each point; of equally near ones the lower index comes first.
     *
     * @param count of neighbours of each point: from 1 to {@link #MOST}, fewer than there are points
     * @return count of each point after the other, ascending in index
     */
    int[] neighbours(MeasuredPoints points, int count) throws InterruptedException;

    /** The operations of the neighbours of so many points: every distance twice. */
    static double operations(int size, int dimension) {
        return 2 * DistanceKernel.operations(size, dimension) + 2.0 * size * size;
    }
}
