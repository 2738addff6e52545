package org.crease.homology;

import org.crease.homology.representative.Chain;

/** A forest whose trees have roots, and the chains of its edges that have a given boundary. */
final class RootedForest {
    private final int[] points; // by place, each after its parent
    private final int[] places; // by point
    private final int[] parents; // place by place; a root's is its own

    RootedForest(int[] points, int[] places, int[] parents) {
        this.points = points;
        this.places = places;
        this.parents = parents;
    }

    /** The place of a point in an order in which parents come first. */
    int place(int point) {
        return places[point];
    }

    /**
     * Adds the edges whose boundary is a sum of points. Each hands what it has to its parent, the last first: O(edges).
     *
     * @param sum by the places of points, 0 on each tree as a whole; becomes 0
     */
    void addBounded(VectorSum sum, PrimeField field, Chain.Builder into) {
        for (int place = sum.last(); place != VectorSum.NONE; place = sum.last()) {
            int value = sum.take(place);
            sum.add(parents[place], value);
            addToParent(place, value, field, into);
        }
    }

    /** Adds the path from one point of a tree to another: its boundary is the other less the one. O(edges). */
    void addPath(int from, int to, PrimeField field, Chain.Builder into) {
        int back = places[from];
        int ahead = places[to];
        while (back != ahead) {
            if (back > ahead) {
                addToParent(back, field.negative(1), field, into);
                back = parents[back];
            } else {
                addToParent(ahead, 1, field, into);
                ahead = parents[ahead];
            }
        }
    }

    /** Adds the edge from a place's parent to it. */
    private void addToParent(int place, int value, PrimeField field, Chain.Builder into) {
        int point = points[place];
        int parent = points[parents[place]];
        if (parent < point) {
            into.add(value, parent, point);
        } else {
            into.add(field.negative(value), point, parent);
        }
    }
}
