package org.crease.homology.kernel;

/** All distances of a cloud at once. */
public interface DistanceKernel extends Kernel {

    /**
     * The distances below the diagonal, row after row: (1,0), (2,0), (2,1), (3,0), ...
     *
     * @return size (size - 1) / 2 distances
     */
    float[] distances(MeasuredPoints points) throws InterruptedException;

    /** The multiplications, subtractions and additions of the distances of so many points. */
    static double operations(int size, int dimension) {
        return 1.5 * size * (size - 1.0) * dimension;
    }
}
