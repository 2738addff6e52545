package org.crease.homology;

/**
 * Which simplices of one dimension have the value of a cocycle from which. Where a {@link LuneGradient} pairs a simplex with a
 * cofacet, that the cocycle vanishes on the boundary of the cofacet tells its value by those on the other facets: it is their
 * heir.
 *
 * <p>A cofacet of longest edge e is paired by a point of the lune of e, mostly its apex. Where e is not of the simplex, it
 * leads from a corner to the point that the cofacet adds, and {@link Followers} list it. Where it is, and its lune has no apex,
 * the {@link Collapse} tells the points that the simplex is paired with when they are added. Heirs of a simplex are looked for
 * once; each takes some 40 bytes.
 */
final class Heirs {
    private static final int NO_POINT = -1;

    private final int size; // of simplices, in points
    private final SortedEdges edges;
    private final LuneGradient gradient;
    private final SimplexIndex index;
    private final Followers followers;
    private final SimplexNumbers simplices = new SimplexNumbers();
    private final IntList longestEdges = new IntList(); // by number of a simplex
    private final IntList firsts = new IntList(); // place in the list
    private final IntList ends = new IntList();
    private final IntList found = new IntList(); // before which edge
    private final IntList heirs = new IntList(); // numbers, complemented where it is the opposite of the value
    private final int[] points; // of the simplex
    private final int[] facet; // of a cofacet
    private final int[] clique; // corners but one or two
    private final IntList rivals = new IntList(); // points of the core
    private int longest; // edge of the simplex
    private int end; // edge

    /** For simplices of so many points, at least 2. */
    Heirs(int size, SortedEdges edges, LuneGradient gradient, SimplexIndex index, Followers followers) {
        this.size = size;
        this.edges = edges;
        this.gradient = gradient;
        this.index = index;
        this.followers = followers;
        points = new int[size];
        facet = new int[size];
        clique = new int[size - 1];
    }

    /** The number of a simplex with its longest edge. */
    int number(long simplex, int edge) {
        int number = simplices.of(simplex);
        if (number == longestEdges.size()) {
            longestEdges.add(edge);
            found.add(0);
            firsts.add(0);
            ends.add(0);
        }
        return number;
    }

    SimplexNumbers simplices() {
        return simplices;
    }

    /** The longest edge of a simplex. */
    int longestEdge(int number) {
        return longestEdges.get(number);
    }

    /** Looks for the heirs of a simplex whose longest edge comes before one, unless they have been looked for before. */
    void find(int number, int before) {
        if (found.get(number) < before) {
            found.set(number, before);
            firsts.set(number, heirs.size());
            longest = longestEdges.get(number);
            end = before;
            index.points(simplices.simplex(number), size, points);
            for (int low = 1; low < size; low++) {
                for (int high = 0; high < low; high++) {
                    addOverLongerEdges(high, low);
                }
            }
            if (size > 2 && gradient.apex(longest) < 0) {
                addWithin(gradient.collapse(longest));
            }
            ends.set(number, heirs.size());
        }
    }

    /** The place of the first heir found. */
    int first(int number) {
        return firsts.get(number);
    }

    /** The place after the last. */
    int end(int number) {
        return ends.get(number);
    }

    /** The number of the heir at a place, complemented where it is to have the opposite of the value. */
    int at(int place) {
        return heirs.get(place);
    }

    /** By the cofacets whose longest edge leads from one of two corners to the point added, which pairs over the other. */
    private void addOverLongerEdges(int high, int low) {
        int rank = gradient.rank(points[high], points[low]);
        addOver(points[high], points[low], Followers.halfEdge(rank, true));
        addOver(points[low], points[high], Followers.halfEdge(rank, false));
    }

    private void addOver(int from, int over, int halfEdge) {
        int last = followers.end(halfEdge);
        for (int place = followers.startAfter(longest, halfEdge); place < last; place++) {
            int edge = followers.edge(place);
            if (edge >= end) {
                return;
            }
            int point = edges.high(edge) == from ? edges.low(edge) : edges.high(edge);
            if (isLongest(edge, point, from, over)
                    && (followers.isByApex(place) || gradient.isPartner(over, edge, without(from), size - 1))) {
                add(edge, point, over);
            }
        }
    }

    /** Whether an edge from a corner to a point is longer than those from the point to the other corners; one is known to be. */
    private boolean isLongest(int edge, int point, int from, int known) {
        for (int corner : points) {
            if (corner != from && corner != known && gradient.rank(corner, point) >= edge) {
                return false;
            }
        }
        return true;
    }

    private int[] without(int corner) {
        int count = 0;
        for (int other : points) {
            if (other != corner) {
                clique[count++] = other;
            }
        }
        return clique;
    }

    /** By cofacets of the same longest edge, in whose lune points went out in stages. */
    private void addWithin(Collapse collapse) {
        char[] gone = collapse.gone();
        int inner = writeInner();
        int firstGone = 0;
        while (firstGone < gone.length && !isInner(gone[firstGone], inner)) {
            firstGone++;
        }
        int place = 0;
        for (int stage = 0; place < firstGone; stage++) {
            int stageEnd = Math.min(firstGone, collapse.ends()[stage]);
            int hub = collapse.hubs()[stage];
            for (; place < stageEnd && isInner(hub, inner); place++) {
                if (isJoined(gone[place], NO_POINT)) {
                    add(longest, gone[place], hub);
                }
            }
            place = stageEnd;
        }
        if (firstGone == gone.length) {
            addWithinCore(collapse.core(), inner);
        }
    }

    /**
     * By points of the core after the first corner there, unless they are joined to one before it that is joined to the other
     * corners.
     */
    private void addWithinCore(char[] core, int inner) {
        int first = 0;
        while (!isInner(core[first], inner)) {
            first++;
        }
        rivals.clear();
        for (int place = 0; place < first; place++) {
            if (isJoined(core[place], core[first])) {
                rivals.add(core[place]);
            }
        }
        for (int place = first + 1; place < core.length; place++) {
            int point = core[place];
            if (!isInner(point, inner) && isJoined(point, NO_POINT) && !isJoinedToRival(point)) {
                add(longest, point, core[first]);
            }
        }
    }

    private boolean isJoinedToRival(int point) {
        for (int k = 0; k < rivals.size(); k++) {
            if (gradient.rank(rivals.get(k), point) < longest) {
                return true;
            }
        }
        return false;
    }

    /** Writes the corners but the ends of the longest edge, which no lune of it has; how many. */
    private int writeInner() {
        int count = 0;
        for (int corner : points) {
            if (corner != edges.high(longest) && corner != edges.low(longest)) {
                clique[count++] = corner;
            }
        }
        return count;
    }

    private boolean isInner(int point, int count) {
        for (int k = 0; k < count; k++) {
            if (clique[k] == point) {
                return true;
            }
        }
        return false;
    }

    /** Whether shorter edges than the longest join a point to all corners, but for one perhaps. */
    private boolean isJoined(int point, int but) {
        for (int corner : points) {
            if (corner != but && gradient.rank(corner, point) >= longest) {
                return false;
            }
        }
        return true;
    }

    /** The cofacet with one point more, of this longest edge, leads to the heir without another. */
    private void add(int edge, int point, int without) {
        int count = 0;
        int inserted = size; // place of the point among the corners
        int left = point > without ? 1 : 0; // and of the corner left out among all
        for (int k = 0; k < size; k++) {
            int corner = points[k];
            if (inserted == size && corner < point) {
                inserted = k;
                facet[count++] = point;
            }
            if (corner != without) {
                facet[count++] = corner;
            }
            left += corner > without ? 1 : 0;
        }
        if (inserted == size) {
            facet[count] = point;
        }
        int heir = number(index.of(facet, size), edge);
        heirs.add((inserted + left) % 2 == 0 ? ~heir : heir);
    }
}
