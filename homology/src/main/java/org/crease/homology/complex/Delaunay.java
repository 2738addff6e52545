package org.crease.homology.complex;

import java.util.Arrays;
import org.crease.homology.Watch;

/**
 * The Delaunay triangulation of different points that span the plane, space, or a plane in space. Points come one after
 * another: a walk finds the cell that holds the new one, the connected cells whose spheres hold it in their inside are
 * taken out, and the hole is filled with cells of its sides and the point (A. Bowyer and D. Watson, Computer Journal 24,
 * 1981).
 *
 * <p>With exact predicates this needs no care for special positions. A point on a sphere counts as outside, always,
 * which is what a perturbation does that lifts each point a little, the later ones by much more: of cospherical points
 * it takes one of their triangulations. A point in the plane of a side of the hole is never: inside of the one sphere,
 * it is inside of the circle that the two share, thus of the other. A ghost stands for the half-space beyond a facet of
 * the hull; in the facet's plane it goes with the cell on the inner side.
 *
 * <p>Points come in rounds of doubling size, each along a space-filling curve (N. Amenta, S. Choi, G. Rote, <i>Incremental
 * constructions con BRIO</i>, SoCG 2003): close to linear time as a rule, quadratic at worst in space.
 */
final class Delaunay {
    private final DelaunayPredicates predicates;
    private final DelaunayMesh mesh;
    private final int width;
    private final int[] scratch;
    private final RidgeTable ridges = new RidgeTable();
    private final IntStore hole = new IntStore();
    private final IntStore sides = new IntStore(); // cell of the hole and place, one after another
    private int[] marks = new int[64]; // of cells: twice the round where it was looked at, plus one when in the hole
    private int round;
    private int last; // a cell to walk from

    private Delaunay(DelaunayPredicates predicates, int[] first) {
        this.predicates = predicates;
        width = predicates.dimension() + 1;
        mesh = new DelaunayMesh(width - 1);
        scratch = new int[width];
        begin(first);
    }

    /**
     * Triangulates points.
     *
     * @param first the vertices of a simplex that is not flat
     * @param order all points, those of the simplex too
     */
    static DelaunayMesh of(DelaunayPredicates predicates, int[] first, int[] order, Watch watch)
            throws InterruptedException {
        Delaunay delaunay = new Delaunay(predicates, first);
        int done = 0;
        for (int point : order) {
            watch.at(done++, order.length);
            if (Arrays.stream(first).noneMatch(vertex -> vertex == point)) {
                Interruption.check("triangulating " + order.length + " points");
                delaunay.insert(point);
            }
        }
        return delaunay.mesh;
    }

    /** The first cell and the ghosts around it. */
    private void begin(int[] first) {
        int[] simplex = first.clone();
        if (predicates.orientation(simplex) < 0) {
            simplex[0] = first[1];
            simplex[1] = first[0];
        }
        for (int cell = 0; cell <= width; cell++) {
            mesh.add();
            for (int place = 0; place < width; place++) {
                mesh.setVertex(cell, place, simplex[place]);
            }
        }
        for (int place = 0; place < width; place++) {
            int ghost = place + 1;
            mesh.setVertex(ghost, place, DelaunayMesh.INFINITE);
            // seen from the other side
            int a = place == 0 ? 1 : 0;
            int b = place == width - 1 ? width - 2 : width - 1;
            int swapped = mesh.vertex(ghost, a);
            mesh.setVertex(ghost, a, mesh.vertex(ghost, b));
            mesh.setVertex(ghost, b, swapped);
        }
        connect(0, width + 1);
    }

    /** Finds the neighbours of a few cells by trying all. */
    private void connect(int begin, int end) {
        for (int cell = begin; cell < end; cell++) {
            for (int place = 0; place < width; place++) {
                for (int other = begin; other < end; other++) {
                    if (other != cell && isSharedButFor(cell, place, other)) {
                        mesh.setNeighbour(cell, place, other);
                    }
                }
            }
        }
    }

    private boolean isSharedButFor(int cell, int omitted, int other) {
        for (int place = 0; place < width; place++) {
            boolean isShared = mesh.place(other, mesh.vertex(cell, place)) != DelaunayMesh.NONE;
            if (isShared == (place == omitted)) {
                return false;
            }
        }
        return true;
    }

    private void insert(int point) {
        round++;
        dig(locate(point), point);
        fill(point);
    }

    /** The cell that holds a point, or a ghost whose facet it is beyond. */
    private int locate(int point) {
        int cell = last;
        int came = DelaunayMesh.NONE;
        while (!mesh.isGhost(cell)) {
            int next = stepTowards(point, cell, came);
            if (next == DelaunayMesh.NONE) {
                return cell;
            }
            came = cell;
            cell = next;
        }
        return cell;
    }

    private int stepTowards(int point, int cell, int came) {
        for (int place = 0; place < width; place++) {
            int neighbour = mesh.neighbour(cell, place);
            if (neighbour != came && orientation(cell, place, point) < 0) {
                return neighbour;
            }
        }
        return DelaunayMesh.NONE;
    }

    /** The orientation of a cell with the vertex at a place exchanged for a point. */
    private int orientation(int cell, int place, int point) {
        mesh.copyVertices(cell, scratch);
        scratch[place] = point;
        return predicates.orientation(scratch);
    }

    private boolean isInConflict(int cell, int point) {
        int infinite = mesh.place(cell, DelaunayMesh.INFINITE);
        if (infinite == DelaunayMesh.NONE) {
            mesh.copyVertices(cell, scratch);
            return predicates.inSphere(scratch, point) > 0;
        }
        int side = orientation(cell, infinite, point);
        return side > 0 || (side == 0 && isInConflict(mesh.neighbour(cell, infinite), point));
    }

    /** Collects the cells in conflict with a point, and the sides of the hole that they leave. */
    private void dig(int start, int point) {
        hole.clear();
        sides.clear();
        mark(start, true);
        hole.add(start);
        for (int next = 0; next < hole.size(); next++) {
            int cell = hole.get(next);
            for (int place = 0; place < width; place++) {
                int neighbour = mesh.neighbour(cell, place);
                if (!isMarked(neighbour)) {
                    boolean isInHole = isInConflict(neighbour, point);
                    mark(neighbour, isInHole);
                    if (isInHole) {
                        hole.add(neighbour);
                    }
                }
                if (marks[neighbour] == 2 * round) {
                    sides.add(cell);
                    sides.add(place);
                }
            }
        }
    }

    private boolean isMarked(int cell) {
        return cell < marks.length && marks[cell] >= 2 * round;
    }

    private void mark(int cell, boolean isInHole) {
        while (cell >= marks.length) {
            marks = Arrays.copyOf(marks, IntStore.grown(marks.length));
        }
        marks[cell] = isInHole ? 2 * round + 1 : 2 * round;
    }

    /** Puts a cell of the point on each side of the hole. */
    private void fill(int point) {
        ridges.clear();
        for (int k = 0; k < sides.size(); k += 2) {
            int old = sides.get(k);
            int place = sides.get(k + 1);
            int outer = mesh.neighbour(old, place);
            int cell = mesh.add();
            for (int other = 0; other < width; other++) {
                mesh.setVertex(cell, other, other == place ? point : mesh.vertex(old, other));
            }
            mesh.setNeighbour(cell, place, outer);
            mesh.setNeighbour(outer, mesh.placeOfNeighbour(outer, old), cell);
            for (int other = 0; other < width; other++) {
                if (other != place) {
                    join(cell, place, other);
                }
            }
            if (!mesh.isGhost(cell)) {
                last = cell;
            }
        }
        for (int k = 0; k < hole.size(); k++) {
            mesh.remove(hole.get(k));
        }
    }

    /** Joins a new cell to the other one that has the same vertices but for those at two places, and the new point. */
    private void join(int cell, int pointPlace, int omitted) {
        long key = 0;
        int low = Integer.MAX_VALUE;
        for (int place = 0; place < width; place++) {
            if (place != pointPlace && place != omitted) {
                int vertex = mesh.vertex(cell, place) + 1;
                key = Math.max(low == Integer.MAX_VALUE ? 0 : key, vertex);
                low = Math.min(low, vertex);
            }
        }
        int here = cell * width + omitted;
        int there = ridges.match((key << 32) | low, here);
        if (there != RidgeTable.NONE) {
            mesh.setNeighbour(cell, omitted, there / width);
            mesh.setNeighbour(there / width, there % width, cell);
        }
    }
}
