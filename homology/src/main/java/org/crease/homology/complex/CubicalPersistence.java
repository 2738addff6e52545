package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.crease.homology.PrimeField;
import org.crease.homology.Watch;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * The diagrams of a grid. Components by union-find over the edges from below. Voids of the top dimension by duality: by
 * union-find over the cells of codimension 1 from above, where two top cells, or one and the outside, come together.
 * What is left, the loops of a box of dimension 3, by reduction of the squares that are in no pair yet over the edges
 * that are in none.
 *
 * <p>H. Wagner, C. Chen, E. Vuçini, <i>Efficient computation of persistent homology for cubical data</i>, Topological
 * Methods in Data Analysis and Visualization II, 2012; A. Garin, T. Heiss, K. Maggs, B. Bleile, V. Robins, <i>Duality in
 * persistent homology of images</i>, 2020, for the two constructions.
 */
final class CubicalPersistence {
    private static final int CELLS_BETWEEN_CHECKS = 1 << 14;

    private final CubicalGrid grid;
    private final SortedValues values;
    private final PrimeField field;
    private final Watch watch;
    private final BitSet paired = new BitSet(); // edges that join components, squares that begin a void
    private final List<PersistenceDiagram.Builder> bars = new ArrayList<>();

    CubicalPersistence(CubicalGrid grid, SortedValues values, PrimeField field, Watch watch) {
        this.grid = grid;
        this.values = values;
        this.field = field;
        this.watch = watch;
        for (int k = 0; k < grid.dimension(); k++) {
            bars.add(new PersistenceDiagram.Builder(k));
        }
    }

    List<PersistenceDiagram> diagrams() throws InterruptedException {
        watch.phase("joining components", grid.dimension() > 1 ? 0.3 : 1);
        components();
        if (grid.dimension() > 1) {
            watch.phase("joining voids", grid.dimension() > 2 ? 0.4 : 1);
            voids();
        }
        if (grid.dimension() > 2) {
            watch.phase("reducing squares", 1);
            new CubicalLoops(grid, values.count(), field, watch)
                    .pairs(paired, (edge, square) -> addBar(1, edge, square));
        }
        return bars.stream().map(PersistenceDiagram.Builder::build).toList();
    }

    private void components() throws InterruptedException {
        ElderSets components = new ElderSets(grid.cells());
        int[] ends = new int[2];
        int[] edges = CubicalOrder.of(grid, 1, values.count(), cell -> true);
        for (int k = 0; k < edges.length; k++) {
            checkAt(k, edges);
            grid.facets(edges[k], ends);
            int a = components.root(ends[0]);
            int b = components.root(ends[1]);
            if (a == b) {
                continue;
            }
            boolean isFirstElder = grid.rank(a) <= grid.rank(b);
            int younger = isFirstElder ? b : a;
            components.join(younger, isFirstElder ? a : b);
            paired.set(edges[k]);
            addBar(0, younger, edges[k]);
        }
        addInfinite(components);
    }

    /** The box is connected: one component lives on, that of its first vertex, unless nothing ever enters. */
    private void addInfinite(ElderSets components) {
        double birth = values.value(grid.rank(components.root(0)));
        if (birth < Double.POSITIVE_INFINITY) {
            bars.get(0).add(birth, Double.POSITIVE_INFINITY);
        }
    }

    private void voids() throws InterruptedException {
        int dimension = grid.dimension();
        int outside = grid.cells();
        ElderSets pieces = new ElderSets(grid.cells() + 1); // of the complement
        int[] sides = new int[2];
        int[] walls = CubicalOrder.of(grid, dimension - 1, values.count(), cell -> true);
        for (int k = walls.length - 1; k >= 0; k--) {
            checkAt(walls.length - 1 - k, walls);
            int count = grid.cofacets(walls[k], sides);
            int a = pieces.root(count > 0 ? sides[0] : outside);
            int b = pieces.root(count > 1 ? sides[1] : outside);
            if (a == b) {
                continue;
            }
            boolean isFirstElder = a == outside || (b != outside && grid.rank(a) >= grid.rank(b));
            int younger = isFirstElder ? b : a;
            pieces.join(younger, isFirstElder ? a : b);
            if (dimension > 2) {
                paired.set(walls[k]);
            }
            addBar(dimension - 1, walls[k], younger);
        }
    }

    private void addBar(int dimension, int birth, int death) {
        int from = grid.rank(birth);
        int to = grid.rank(death);
        if (from < to) {
            bars.get(dimension).add(values.value(from), values.value(to));
        }
    }

    private void checkAt(int k, int[] cells) throws InterruptedException {
        if (k % CELLS_BETWEEN_CHECKS == 0) {
            watch.at(k, cells.length);
            Interruption.check("joining pieces along " + cells.length + " cells");
        }
    }
}
