package org.crease.homology;

import org.crease.homology.metric.DistanceMatrix;

/**
 * Points of the lune of an edge, the ones that earlier edges join to both of its ends, by how far the farther end is. The
 * nearest does not depend on the order of the points, but for ties, which go to the lower number. O(n) an edge.
 */
final class NearestWitnesses {
    private final DistanceMatrix matrix;
    private final int[] lune; // from the start points not seen, from the end those of a piece

    NearestWitnesses(DistanceMatrix matrix) {
        this.matrix = matrix;
        lune = new int[2 * matrix.size()];
    }

    /** The nearest point of the lune of the edge between two points, or -1. */
    int nearest(int i, int j) {
        int nearest = -1;
        int least = Integer.MAX_VALUE;
        int length = length(i, j);
        for (int point = 0; point < matrix.size(); point++) {
            if (isInLune(point, i, j, length) && reach(point, i, j) < least) {
                least = reach(point, i, j);
                nearest = point;
            }
        }
        return nearest;
    }

    /** The nearest point of that piece of the lune which a point is in. */
    int nearestInPiece(int i, int j, int witness) {
        int length = length(i, j);
        float distance = Float.intBitsToFloat(length);
        int unseen = 0; // points of the lune, the first of these
        for (int point = matrix.nearby(i, 0, distance);
                point < matrix.size();
                point = matrix.nearby(i, point + 1, distance)) {
            if (point != witness && isInLune(point, i, j, length)) {
                lune[unseen++] = point;
            }
        }
        int size = lune.length; // where the piece begins, from the end
        lune[--size] = witness;
        int nearest = witness;
        for (int k = lune.length - 1; k >= size; k--) {
            int point = lune[k];
            nearest = isNearer(point, nearest, i, j) ? point : nearest;
            int left = 0;
            for (int at = 0; at < unseen; at++) {
                int other = lune[at];
                if (isEarlier(point, other, i, j, length)) {
                    lune[--size] = other;
                } else {
                    lune[left++] = other;
                }
            }
            unseen = left;
        }
        return nearest;
    }

    private boolean isNearer(int point, int than, int i, int j) {
        int reach = reach(point, i, j);
        int other = reach(than, i, j);
        return reach < other || (reach == other && point < than);
    }

    private boolean isInLune(int point, int i, int j, int length) {
        return point != i && point != j && isEarlier(i, point, i, j, length) && isEarlier(j, point, i, j, length);
    }

    /** Whether an edge comes before the one between i and j. */
    private boolean isEarlier(int end, int point, int i, int j, int length) {
        int other = length(end, point);
        return other < length || (other == length && DistanceMatrix.index(end, point) < DistanceMatrix.index(i, j));
    }

    private int reach(int point, int i, int j) {
        return Math.max(length(i, point), length(j, point));
    }

    /** The bits of the distance of two different points. */
    int length(int i, int j) {
        return Float.floatToRawIntBits(matrix.entry(DistanceMatrix.index(i, j)));
    }
}
