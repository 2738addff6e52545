package org.crease.homology;

/**
 * Writes cocycles of one dimension out that are known on the simplices of births. Where a {@link LuneGradient} pairs a
 * simplex with a cofacet, that the cocycle vanishes on the boundary of the cofacet tells its value by those on the other
 * facets; on simplices paired with a facet, and on those that ended a class, it is 0. So a simplex that has a value gives it
 * on to the facets that such cofacets of it are paired with, and values are handed on in the order of longest edges.
 *
 * <p>A cofacet of longest edge e is paired by a point of the lune of e, mostly its apex. Where e is not of the simplex, it
 * leads from a corner to the point that the cofacet adds, and {@link Followers} list it. Where it is, and its lune has no apex,
 * the {@link Collapse} tells the points that the simplex is paired with when they are added. So time goes with the simplices
 * that have a value, not with the cofacets of those.
 *
 * <p>R. Forman, <i>Morse theory for cell complexes</i>, Adv. Math. 134, 1998: the flow of a gradient.
 */
final class CocycleFlow {
    private static final int ANY = -1; // corner

    private final int size; // of simplices, in points
    private final SortedEdges edges;
    private final LuneGradient gradient;
    private final SimplexIndex index;
    private final PrimeField field;
    private final Followers followers;
    private final WorkingColumn values; // handed on, by longest edge
    private final WorkingColumn terms;
    private final int[] points; // of the simplex
    private final int[] cofacet;
    private final int[] copy;
    private int value; // of the simplex
    private int longest; // edge of the simplex
    private int end; // edge

    /** For cocycles of a dimension, at least 1. */
    CocycleFlow(
            int dimension,
            SortedEdges edges,
            LuneGradient gradient,
            SimplexIndex index,
            PrimeField field,
            Followers followers) {
        size = dimension + 1;
        this.edges = edges;
        this.gradient = gradient;
        this.index = index;
        this.field = field;
        this.followers = followers;
        values = new WorkingColumn(field);
        terms = new WorkingColumn(field);
        points = new int[size];
        cofacet = new int[size + 1];
        copy = new int[size + 1];
    }

    /**
     * A cocycle on the simplices of diameter below its death, in order of longest edges.
     *
     * @param births simplices of births on which it is not 0, with their longest edges and values
     */
    Terms cocycle(Terms births, float death) throws InterruptedException {
        end = edges.from(death);
        values.clear();
        terms.clear();
        for (int k = 0; k < births.size(); k++) {
            hand(births.simplex(k), births.diameter(k), births.coefficient(k));
        }
        while (values.takeFirst()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while writing a cocycle of dimension " + (size - 1));
            }
            value = values.coefficient();
            longest = values.diameter();
            terms.append(values.simplex(), longest, value);
            index.points(values.simplex(), size, points);
            handOnOverLongerEdges();
            if (size > 2 && gradient.apex(longest) < 0) {
                handOnWithin(gradient.collapse(longest));
            }
        }
        terms.restoreOrder();
        return Terms.of(terms);
    }

    private void hand(long simplex, int edge, int coefficient) {
        if (edge < end) {
            values.add(simplex, edge, coefficient);
        }
    }

    /** By the cofacets whose longest edge leads from a corner to the point added. */
    private void handOnOverLongerEdges() {
        for (int from = 0; from < size; from++) {
            for (int over = 0; over < size; over++) {
                if (over != from) {
                    handOn(points[from], points[over]);
                }
            }
        }
    }

    private void handOn(int from, int over) {
        for (int entry = followers.first(from, over); entry != Followers.NONE; entry = followers.next(entry)) {
            int edge = followers.edge(entry);
            if (edge >= end) {
                return;
            }
            int point = edges.high(edge) == from ? edges.low(edge) : edges.high(edge);
            if (edge > longest && isLongest(edge, point, from)) {
                handOn(edge, point, over);
            }
        }
    }

    /** Whether an edge from a corner to a point is longer than those from the point to the other corners. */
    private boolean isLongest(int edge, int point, int from) {
        for (int corner : points) {
            if (corner != from && gradient.rank(corner, point) >= edge) {
                return false;
            }
        }
        return true;
    }

    /** By cofacets of the same longest edge, in whose lune points went out in stages. */
    private void handOnWithin(Collapse collapse) {
        char[] gone = collapse.gone();
        int firstGone = 0;
        while (firstGone < gone.length && !isCorner(gone[firstGone])) {
            firstGone++;
        }
        int place = 0;
        for (int stage = 0; place < firstGone; stage++) {
            int stageEnd = Math.min(firstGone, collapse.ends()[stage]);
            int hub = collapse.hubs()[stage];
            for (; place < stageEnd && isCorner(hub); place++) {
                handOnWithin(gone[place], hub);
            }
            place = stageEnd;
        }
        if (firstGone == gone.length) {
            for (char point : collapse.core()) {
                if (!isCorner(point)) {
                    handOnWithin(point, ANY);
                }
            }
        }
    }

    private boolean isCorner(int point) {
        for (int corner : points) {
            if (corner == point) {
                return true;
            }
        }
        return false;
    }

    private void handOnWithin(int point, int over) {
        for (int corner : points) {
            if (gradient.rank(corner, point) >= longest) {
                return;
            }
        }
        handOn(longest, point, over);
    }

    /** By the cofacet with one point more of this longest edge, if its facet without another is what it is paired with. */
    private void handOn(int edge, int point, int without) {
        int place = 0;
        while (place < size && points[place] > point) {
            cofacet[place] = points[place];
            place++;
        }
        cofacet[place] = point;
        System.arraycopy(points, place, cofacet, place + 1, size - place);
        int partner = without;
        if (gradient.apex(edge) < 0) {
            System.arraycopy(cofacet, 0, copy, 0, size + 1);
            partner = gradient.partner(copy, size + 1);
        }
        if (isCorner(partner) && (without == ANY || partner == without)) {
            hand(edge, place, partner);
        }
    }

    /** To the facet of the cofacet without a corner. */
    private void hand(int edge, int place, int without) {
        int gap = 0;
        while (cofacet[gap] != without) {
            gap++;
        }
        System.arraycopy(cofacet, gap + 1, cofacet, gap, size - gap);
        hand(index.of(cofacet, size), edge, (place + gap) % 2 == 0 ? field.negative(value) : value);
    }
}
