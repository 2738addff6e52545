package org.crease.homology.metric;

/**
 * The Floyd-Warshall algorithm on dense distances, all of it or stepping on some points alone. R. Floyd, <i>Algorithm 97:
 * shortest path</i>, Commun. ACM 5, 1962. Rows are read one after another; the inner loop is one that compilers vectorise.
 */
final class ShortestWays {
    private ShortestWays() {}

    /**
     * Shortens the distances of some points from all by ways that step on these points alone.
     *
     * @param rows a row a point
     * @param first the column of the first of them; the others follow
     */
    static void stepOn(double[][] rows, int first) throws InterruptedException {
        for (int step = 0; step < rows.length; step++) {
            for (int k = 0; k < rows.length; k++) {
                check(step, rows.length);
                if (k != step) {
                    shorten(rows[k], rows[step], rows[k][first + step]);
                }
            }
        }
    }

    private static void shorten(double[] row, double[] onwards, double there) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.min(row[i], there + onwards[i]);
        }
    }

    /** Shortens a point's distances from the first {@code count} points by the ways through one point more. */
    static void through(float[] onwards, float there, float[] lower, int start, int count) {
        for (int j = 0; j < count; j++) {
            lower[start + j] = Math.min(lower[start + j], there + onwards[j]);
        }
    }

    /** The lengths of shortest ways, stepping on any points. Cubic in time; holds n² doubles. */
    static DistanceMatrix close(DistanceMatrix matrix) throws InterruptedException {
        int size = matrix.size();
        double[][] rows = new double[size][size];
        for (int i = 0; i < size; i++) {
            check(i, size);
            for (int j = 0; j < size; j++) {
                rows[i][j] = matrix.distance(i, j);
            }
        }
        stepOn(rows, 0);
        float[] lower = new float[DistanceMatrix.entries(size)];
        for (int i = 1; i < size; i++) {
            for (int j = 0; j < i; j++) {
                lower[DistanceMatrix.index(i, j)] = (float) Math.min(rows[i][j], rows[j][i]);
            }
        }
        return new DistanceMatrix(size, lower);
    }

    private static void check(int step, int size) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted at point " + step + " of " + size + " of shortest ways");
        }
    }
}
