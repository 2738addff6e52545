package org.crease.homology;

import org.crease.homology.metric.SparseDistances;

/** Estimates of what homology takes. */
final class CostModel {
    private static final double FEW_LOOPS = 0.3; // of the time of a usual cloud
    private static final double NOISE = 20;
    private static final double SECONDS_OF_SIMPLEX = 5e-8; // where each is looked at
    private static final double SECONDS_OF_PAIR = 5e-7;
    private static final long BYTES_OF_PAIR = 64;
    private static final long BYTES_OF_POINT = 64;

    private CostModel() {}

    static Estimate ofPoints(VietorisRips rips, int points) {
        double simplices = 0;
        double ofSize = 1;
        for (int size = 1; size <= Math.min(points, rips.dimension() + 2); size++) {
            ofSize *= (points - size + 1.0) / size;
            simplices += ofSize;
        }
        double seconds = rips.seconds(points);
        double longest = rips.dimension() < 2 ? 0 : simplices * SECONDS_OF_SIMPLEX;
        return new Estimate(
                simplices, rips.bytes(points), seconds, FEW_LOOPS * seconds, Math.max(longest, NOISE * seconds));
    }

    /** Of the pairs no longer than a threshold; simplices are bounded by those that the neighbours of a point can span. */
    static Estimate ofPairs(int dimension, SparseDistances space, double threshold) {
        double simplices = 0;
        long pairs = 0;
        for (int point = 0; point < space.size(); point++) {
            int degree = 0;
            for (int k = 0; k < space.degree(point); k++) {
                degree += space.distanceToNeighbour(point, k) <= threshold ? 1 : 0;
            }
            pairs += degree;
            double ofSize = 1;
            for (int size = 1; size <= Math.min(degree + 1, dimension + 2); size++) {
                simplices += ofSize / size;
                ofSize *= (degree - size + 1.0) / size;
            }
        }
        pairs /= 2;
        double seconds = SECONDS_OF_PAIR * (pairs + space.size());
        long matrix = 2L * space.size() * space.size();
        long bytes =
                BYTES_OF_PAIR * pairs + BYTES_OF_POINT * space.size() + Math.min(matrix, 16 * BYTES_OF_PAIR * pairs);
        double longest = Math.max(NOISE * seconds, simplices * SECONDS_OF_SIMPLEX);
        return new Estimate(simplices, bytes, seconds, FEW_LOOPS * seconds, longest);
    }
}
