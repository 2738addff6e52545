package org.crease.homology.complex;

import java.util.Arrays;
import org.crease.homology.Watch;

/**
 * When the simplices of a Delaunay triangulation enter: with the radius of their smallest sphere where it holds no other
 * point (where they are <i>Gabriel</i>), otherwise with the first simplex that they are a face of. Spheres with a point
 * on them count as holding it, so that what enters together does so exactly.
 */
final class AlphaFiltration {
    private final Circumspheres spheres;
    private final Watch watch;
    private final SimplexTable table = new SimplexTable(); // of descending dimension
    private double[] values = new double[64]; // that of the first simplex above, before a simplex has its own
    private boolean[] isAttached = new boolean[64];

    AlphaFiltration(Circumspheres spheres, Watch watch) {
        this.spheres = spheres;
        this.watch = watch;
    }

    /** Adds a cell of the triangulation; all are of one dimension. */
    void add(int... vertices) {
        int[] sorted = vertices.clone();
        Arrays.sort(sorted);
        addSimplex(sorted);
    }

    private int addSimplex(int[] sorted) {
        int simplex = table.add(sorted);
        if (simplex == values.length) {
            int capacity = IntStore.grown(simplex);
            values = Arrays.copyOf(values, capacity);
            isAttached = Arrays.copyOf(isAttached, capacity);
        }
        values[simplex] = Double.POSITIVE_INFINITY;
        return simplex;
    }

    /** The complex, of vertices by these names, ascending. */
    FilteredComplex complex(int[] names) throws InterruptedException {
        int simplex = 0;
        for (; simplex < table.count() && table.length(simplex) > 1; simplex++) {
            check(simplex);
            watch.at(simplex, table.count());
            int[] vertices = table.vertices(simplex);
            if (!isAttached[simplex]) {
                values[simplex] = spheres.radius(vertices);
            }
            for (int place = 0; place < vertices.length; place++) {
                passOn(simplex, vertices, place);
            }
        }
        Arrays.fill(values, simplex, table.count(), 0);
        raise(simplex);
        return named(names);
    }

    /** Tells a facet when the simplex enters, and whether its opposite vertex is within the sphere of the facet. */
    private void passOn(int simplex, int[] vertices, int place) {
        int facet = table.facet(simplex, place);
        int[] rest = new int[vertices.length - 1];
        System.arraycopy(vertices, 0, rest, 0, place);
        System.arraycopy(vertices, place + 1, rest, place, rest.length - place);
        if (facet < 0) {
            facet = addSimplex(rest);
        }
        values[facet] = Math.min(values[facet], values[simplex]);
        if (rest.length > 1 && !isAttached[facet]) {
            isAttached[facet] = spheres.isWithin(rest, vertices[place]);
        }
    }

    /** Makes up for rounding: no simplex before its faces. */
    private void raise(int firstVertex) throws InterruptedException {
        for (int simplex = firstVertex - 1; simplex >= 0; simplex--) {
            check(simplex);
            for (int place = 0; place < table.length(simplex); place++) {
                values[simplex] = Math.max(values[simplex], values[table.facet(simplex, place)]);
            }
        }
    }

    private FilteredComplex named(int[] names) throws InterruptedException {
        FilteredComplex.Builder builder = FilteredComplex.builder();
        for (int simplex = 0; simplex < table.count(); simplex++) {
            check(simplex);
            int[] vertices = table.vertices(simplex);
            Arrays.setAll(vertices, k -> names[vertices[k]]);
            builder.add(values[simplex], vertices);
        }
        return builder.build();
    }

    private void check(int simplex) throws InterruptedException {
        if (simplex % 1024 == 0) {
            Interruption.check("finding when " + table.count() + " simplices enter");
        }
    }
}
