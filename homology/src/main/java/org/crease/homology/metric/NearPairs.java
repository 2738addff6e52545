package org.crease.homology.metric;

/**
 * Finds the pairs of a cloud that are no further apart than a scale. Points are halved along the axis on which they spread
 * most, the halves again, and so on; of two parts whose boxes are too far from each other no pair is looked at. About
 * n log n steps, and as many as there are pairs found, where few are; never more than all pairs.
 *
 * <p>A. Gray, A. Moore, <i>'N-body' problems in statistical learning</i>, NIPS 2000: walking two trees at once.
 */
final class NearPairs {
    private static final int LEAF = 16; // points

    /** What is done with a pair; false when no more are wanted. */
    interface Visitor {
        boolean visit(int i, int j);
    }

    private final PointCloud cloud;
    private final int axes;
    private final double squaredReach;
    private final Visitor visitor;
    private final int[] order; // points; a part is a range
    private final float[] boxes; // of each part, in the order of a binary heap: the low, then the high end on each axis
    private boolean more = true;

    private NearPairs(PointCloud cloud, double reach, Visitor visitor) {
        this.cloud = cloud;
        this.visitor = visitor;
        axes = cloud.dimension();
        squaredReach = reach * reach;
        order = new int[cloud.size()];
        for (int point = 0; point < order.length; point++) {
            order[point] = point;
        }
        int parts = 2;
        for (int points = order.length; points > LEAF; points = (points + 1) / 2) {
            parts *= 2;
        }
        boxes = new float[Math.multiplyExact(parts, 2 * axes)];
    }

    /**
     * Shows all pairs that may be within a scale, each once, and few others.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    static void visit(PointCloud cloud, double scale, Visitor visitor) throws InterruptedException {
        // distances are rounded to floats
        double reach = scale * (1 + 1e-6) + Float.MIN_VALUE;
        NearPairs pairs = new NearPairs(cloud, reach, visitor);
        if (cloud.size() > 0) {
            pairs.split(1, 0, cloud.size());
            pairs.within(1, 0, cloud.size());
        }
    }

    private void split(int part, int from, int to) {
        int widest = 0;
        float width = -1;
        for (int axis = 0; axis < axes; axis++) {
            float low = Float.POSITIVE_INFINITY;
            float high = Float.NEGATIVE_INFINITY;
            for (int k = from; k < to; k++) {
                float x = cloud.coordinate(order[k], axis);
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
            boxes[2 * (part * axes + axis)] = low;
            boxes[2 * (part * axes + axis) + 1] = high;
            if (high - low > width) {
                width = high - low;
                widest = axis;
            }
        }
        if (to - from > LEAF) {
            int middle = (from + to) >>> 1;
            select(from, to - 1, middle, widest);
            split(2 * part, from, middle);
            split(2 * part + 1, middle, to);
        }
    }

    /** Orders points so that those before a place are not above the one there on an axis, those after it not below. */
    private void select(int from, int to, int place, int axis) {
        int low = from;
        int high = to;
        while (low < high) {
            float pivot = cloud.coordinate(order[(low + high) >>> 1], axis);
            int i = low;
            int j = high;
            while (i <= j) {
                while (cloud.coordinate(order[i], axis) < pivot) {
                    i++;
                }
                while (cloud.coordinate(order[j], axis) > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private void within(int part, int from, int to) throws InterruptedException {
        if (to - from > LEAF) {
            int middle = (from + to) >>> 1;
            within(2 * part, from, middle);
            within(2 * part + 1, middle, to);
            between(2 * part, from, middle, 2 * part + 1, middle, to);
            return;
        }
        for (int a = from; a < to; a++) {
            for (int b = from; b < a && more; b++) {
                more = visitor.visit(order[a], order[b]);
            }
        }
    }

    /** Two parts of the same depth, or one of the depth below. */
    private void between(int partA, int fromA, int toA, int partB, int fromB, int toB) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while looking for near pairs of " + order.length + " points");
        }
        if (!more || squaredGap(partA, partB) > squaredReach) {
            return;
        }
        if (toA - fromA > LEAF && toA - fromA >= toB - fromB) {
            int middle = (fromA + toA) >>> 1;
            between(2 * partA, fromA, middle, partB, fromB, toB);
            between(2 * partA + 1, middle, toA, partB, fromB, toB);
        } else if (toB - fromB > LEAF) {
            between(partB, fromB, toB, partA, fromA, toA);
        } else {
            for (int a = fromA; a < toA; a++) {
                for (int b = fromB; b < toB && more; b++) {
                    more = visitor.visit(order[a], order[b]);
                }
            }
        }
    }

    /** The squared distance of two boxes. */
    private double squaredGap(int partA, int partB) {
        double sum = 0;
        for (int axis = 0; axis < axes; axis++) {
            int a = 2 * (partA * axes + axis);
            int b = 2 * (partB * axes + axis);
            double gap = Math.max((double) boxes[a] - boxes[b + 1], (double) boxes[b] - boxes[a + 1]);
            sum += gap > 0 ? gap * gap : 0;
        }
        return sum;
    }
}
