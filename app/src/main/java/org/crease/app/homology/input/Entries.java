package org.crease.app.homology.input;

import org.crease.app.command.UserError;
import org.crease.homology.metric.DistanceMatrix;

/** Entries of a distance matrix: what they may be, how many there are, and the matrix of them. */
final class Entries {
    static final String NONE = "is empty; distances are expected (a single point cannot be told from no point)";

    private Entries() {}

    /** The last number, which is a distance. */
    static float distance(TextNumbers numbers) {
        float value = numbers.value();
        if (!(value >= 0)) {
            throw numbers.wrong(notADistance(value));
        }
        return value;
    }

    static String notADistance(float value) {
        return "distance is " + value + "; it must be zero, positive or infinite";
    }

    /** The points whose triangle has so many entries, at least one. */
    static int points(String place, long entries) {
        long size = (long) ((1 + Math.sqrt(1 + 8.0 * entries)) / 2);
        if (size * (size - 1) / 2 != entries || size > DistanceMatrix.MAXIMAL_SIZE) {
            throw new UserError(place + ": " + entries + " entries are of no triangle of a distance matrix; " + size
                    + " points have " + size * (size - 1) / 2 + ", " + (size + 1) + " have " + size * (size + 1) / 2
                    + ", and the most is " + DistanceMatrix.MAXIMAL_SIZE + " points");
        }
        return (int) size;
    }

    /** The matrix of the entries above its diagonal, row after row. */
    static DistanceMatrix ofUpper(float[] upper, int size) {
        float[] lower = new float[upper.length];
        int next = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                lower[DistanceMatrix.index(i, j)] = upper[next++];
            }
        }
        return DistanceMatrix.over(lower);
    }
}
