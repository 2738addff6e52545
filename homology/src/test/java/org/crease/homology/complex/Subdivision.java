package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.crease.homology.diagram.PersistenceDiagram;

/** The barycentric subdivision of a small box of cubes: a simplicial complex with the same homology, cell by cell. */
final class Subdivision {
    private final int[] sizes;
    private final ToDoubleFunction<int[]> value;
    private final FilteredComplex.Builder simplices = FilteredComplex.builder();

    private Subdivision(int[] sizes, ToDoubleFunction<int[]> value) {
        this.sizes = sizes;
        this.value = value;
    }

    /** Diagrams of an array of top cells or vertices. */
    static List<PersistenceDiagram> diagrams(double[] values, int[] shape, boolean onVertices, int prime)
            throws InterruptedException {
        int[] sizes = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            sizes[axis] = onVertices ? 2 * shape[axis] - 1 : 2 * shape[axis] + 1;
        }
        Subdivision subdivision =
                new Subdivision(sizes, cell -> onVertices ? greatest(values, shape, cell) : least(values, shape, cell));
        subdivision.extend(new ArrayList<>());
        SimplicialHomology homology = SimplicialHomology.over(prime);
        List<PersistenceDiagram> diagrams =
                homology.diagrams(subdivision.simplices.build()).byDimension();
        List<PersistenceDiagram> below = new ArrayList<>();
        for (int k = 0; k < shape.length; k++) {
            below.add(k < diagrams.size() ? diagrams.get(k) : new PersistenceDiagram.Builder(k).build());
        }
        return below;
    }

    private static double least(double[] values, int[] shape, int[] cell) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < values.length; k++) {
            boolean isAround = true;
            for (int axis = shape.length - 1, rest = k; axis >= 0; rest /= shape[axis--]) {
                isAround &= Math.abs(2 * (rest % shape[axis]) + 1 - cell[axis]) <= 1;
            }
            least = isAround ? Math.min(least, values[k]) : least;
        }
        return least;
    }

    private static double greatest(double[] values, int[] shape, int[] cell) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < values.length; k++) {
            boolean isCorner = true;
            for (int axis = shape.length - 1, rest = k; axis >= 0; rest /= shape[axis--]) {
                isCorner &= Math.abs(2 * (rest % shape[axis]) - cell[axis]) <= cell[axis] % 2;
            }
            greatest = isCorner ? Math.max(greatest, values[k]) : greatest;
        }
        return greatest;
    }

    /** Adds all chains of cells, each a face of the next, that begin with these. */
    private void extend(List<int[]> chain) {
        int cells = 1;
        for (int size : sizes) {
            cells *= size;
        }
        for (int k = 0; k < cells; k++) {
            int[] cell = new int[sizes.length];
            for (int axis = 0, rest = k; axis < sizes.length; rest /= sizes[axis++]) {
                cell[axis] = rest % sizes[axis];
            }
            if (chain.isEmpty() || isFace(chain.get(chain.size() - 1), cell)) {
                chain.add(cell);
                add(chain);
                extend(chain);
                chain.remove(chain.size() - 1);
            }
        }
    }

    private static boolean isFace(int[] face, int[] cell) {
        boolean isProper = false;
        for (int axis = 0; axis < face.length; axis++) {
            int apart = Math.abs(face[axis] - cell[axis]);
            if (apart > cell[axis] % 2) {
                return false;
            }
            isProper |= apart == 1;
        }
        return isProper;
    }

    private void add(List<int[]> chain) {
        double last = value.applyAsDouble(chain.get(chain.size() - 1));
        if (last < Double.POSITIVE_INFINITY) {
            int[] vertices = chain.stream().mapToInt(this::number).toArray();
            simplices.add(last, vertices);
        }
    }

    private int number(int[] cell) {
        int number = 0;
        for (int axis = 0; axis < sizes.length; axis++) {
            number = number * sizes[axis] + cell[axis];
        }
        return number;
    }
}
