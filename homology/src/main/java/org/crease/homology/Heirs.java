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
    private final int[] cofacet;
    private final int[] clique; // corners but one
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
        cofacet = new int[size + 1];
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
            for (int from = 0; from < size; from++) {
                addOverLongerEdges(from);
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

    /** By the cofacets whose longest edge leads from a corner to the point added. */
    private void addOverLongerEdges(int from) {
        System.arraycopy(points, 0, clique, 0, from);
        System.arraycopy(points, from + 1, clique, from, size - 1 - from);
        for (int over = 0; over < size; over++) {
            if (over != from) {
                addOver(points[from], points[over]);
            }
        }
    }

    private void addOver(int from, int over) {
        int halfEdge = followers.halfEdge(from, over);
        int last = followers.end(halfEdge);
        for (int place = followers.start(halfEdge); place < last && followers.edge(place) < end; place++) {
            int edge = followers.edge(place);
            int point = edges.high(edge) == from ? edges.low(edge) : edges.high(edge);
            if (edge > longest
                    && isLongest(edge, point, over)
                    && (gradient.apex(edge) >= 0 || gradient.isPartner(over, edge, clique, size - 1))) {
                add(edge, point, over);
            }
        }
    }

    /** Whether an edge from a corner to a point is longer than those from the point to the other corners; one is known to be. */
    private boolean isLongest(int edge, int point, int known) {
        for (int corner : clique) {
            if (corner != known && gradient.rank(corner, point) >= edge) {
                return false;
            }
        }
        return true;
    }

    /** By cofacets of the same longest edge, in whose lune points went out in stages. */
    private void addWithin(Collapse collapse) {
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
                if (isJoined(gone[place], NO_POINT)) {
                    add(longest, gone[place], hub);
                }
            }
            place = stageEnd;
        }
        if (firstGone == gone.length) {
            addWithinCore(collapse.core());
        }
    }

    /**
     * By points of the core after the first corner there, unless they are joined to one before it that is joined to the other
     * corners.
     */
    private void addWithinCore(char[] core) {
        int first = 0;
        while (!isCorner(core[first])) {
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
            if (!isCorner(point) && isJoined(point, NO_POINT) && !isJoinedToRival(point)) {
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

    private boolean isCorner(int point) {
        for (int corner : points) {
            if (corner == point) {
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
        int place = 0;
        while (place < size && points[place] > point) {
            cofacet[place] = points[place];
            place++;
        }
        cofacet[place] = point;
        System.arraycopy(points, place, cofacet, place + 1, size - place);
        int gap = 0;
        while (cofacet[gap] != without) {
            gap++;
        }
        System.arraycopy(cofacet, gap + 1, cofacet, gap, size - gap);
        int heir = number(index.of(cofacet, size), edge);
        heirs.add((place + gap) % 2 == 0 ? ~heir : heir);
    }
}
