package org.crease.homology;

import java.util.BitSet;
import org.crease.homology.metric.DistanceMatrix;

/**
 * Points of the lune of an edge, the ones that earlier edges join to both of its ends, by how far the farther end is. The
 * nearest does not depend on the order of the points, but for ties, which go to the lower number. O(n) an edge.
 */
final class NearestWitnesses {
    private final DistanceMatrix matrix;

    NearestWitnesses(DistanceMatrix matrix) {
        this.matrix = matrix;
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
        BitSet unseen = new BitSet();
        for (int point = 0; point < matrix.size(); point++) {
            unseen.set(point, isInLune(point, i, j, length));
        }
        int[] piece = new int[unseen.cardinality()];
        int nearest = witness;
        int size = 0;
        piece[size++] = witness;
        unseen.clear(witness);
        for (int k = 0; k < size; k++) {
            nearest = isNearer(piece[k], nearest, i, j) ? piece[k] : nearest;
            for (int point = unseen.nextSetBit(0); point >= 0; point = unseen.nextSetBit(point + 1)) {
                if (isEarlier(piece[k], point, i, j, length)) {
                    piece[size++] = point;
                    unseen.clear(point);
                }
            }
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
