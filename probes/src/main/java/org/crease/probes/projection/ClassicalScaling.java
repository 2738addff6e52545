package org.crease.probes.projection;

import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.probes.Cancellation;

/**
 * Coordinates whose distances come close to given ones (W. Torgerson 1952, J. Gower 1966): eigenvectors of the doubly centred
 * matrix B of −½ d², as long as the roots of their eigenvalues. Of euclidean distances these are the principal components.
 * Others may give B negative eigenvalues, which no coordinates have; the share of an axis is λ / Σ|λ| (K. Mardia, J. Kent,
 * J. Bibby, <i>Multivariate Analysis</i>, 1979, 14.4). Cost: n² distances and 4/3 n³ flops.
 *
 * <p>An eigenvalue counts as zero when it is at most n 2⁻²⁴ of the largest: distances are float32.
 */
final class ClassicalScaling {
    private static final double EPSILON = 0x1p-24;

    private ClassicalScaling() {}

    /** The first coordinates of a space; all zero when it has no extent, or a distance is infinite. */
    static Embedding of(FiniteMetricSpace space, int dimensions) throws InterruptedException {
        double[][] centred = centred(space);
        int found = Math.min(dimensions, centred.length);
        if (found == 0 || !Double.isFinite(centred[0][0])) {
            return Embedding.nothing(space.size(), dimensions);
        }
        Eigenpairs pairs = SymmetricMatrix.of(centred).largest(found);
        if (pairs.traceNorm() == 0) {
            return Embedding.nothing(space.size(), dimensions);
        }
        double[][] axes = new double[dimensions][space.size()];
        double[] shares = new double[dimensions];
        double least = EPSILON * space.size() * pairs.values()[0];
        for (int k = 0; k < found && pairs.values()[k] > Math.max(0, least); k++) {
            shares[k] = Math.min(1, pairs.values()[k] / pairs.traceNorm());
            axes[k] = Embedding.scaled(pairs.vectors()[k], Math.sqrt(pairs.values()[k]));
        }
        return new Embedding(axes, shares);
    }

    private static double[][] centred(FiniteMetricSpace space) throws InterruptedException {
        int size = space.size();
        double[][] matrix = new double[size][size];
        double[] means = new double[size];
        double mean = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                if (j % 64 == 0) {
                    Cancellation.check();
                }
                double distance = space.distance(i, j);
                double half = -distance * distance / 2;
                matrix[i][j] = half;
                matrix[j][i] = half;
                means[i] += half / size;
                means[j] += half / size;
            }
        }
        for (double own : means) {
            mean += own / size;
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                matrix[i][j] += mean - means[i] - means[j];
            }
        }
        return matrix;
    }
}
