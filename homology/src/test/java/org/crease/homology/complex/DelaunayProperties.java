package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crease.homology.Watch;

/** Triangulations of points in special position, by the definition. */
class DelaunayProperties {

    private static ExactPoints points(float[][] rows) {
        double[] coordinates = new double[rows.length * rows[0].length];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = rows[k / rows[0].length][k % rows[0].length];
        }
        return new ExactPoints(coordinates, rows[0].length);
    }

    private static BigInteger volume(ExactPoints points, int... simplex) {
        BigInteger[][] rows = new BigInteger[simplex.length - 1][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = points.difference(simplex[k], simplex[simplex.length - 1]);
        }
        return ExactAlgebra.determinant(rows);
    }

    /** A full lattice with its points moved by nothing or very little: ties, near ties and nothing else. */
    private static float[][] nearLattice(int side, int axes, Random random) {
        float[][] points = Clouds.lattice(side, axes, 0.1f);
        for (float[] point : points) {
            for (int axis = 0; axis < axes; axis++) {
                int ulps = random.nextInt(3) - 1;
                point[axis] += ulps * Math.ulp(point[axis]);
            }
        }
        return points;
    }

    @Property(tries = 40)
    void p2_spheresAreEmptyAndCellsFillTheBox(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int axes)
            throws InterruptedException {
        Random random = new Random(seed);
        int side = axes == 2 ? 6 : 4;
        ExactPoints points =
                points(random.nextBoolean() ? Clouds.lattice(side, axes, 1) : nearLattice(side, axes, random));
        DelaunayPredicates predicates = axes == 2 ? new PlanarPredicates(points) : new SpatialPredicates(points);
        int[] first = axes == 2 ? new int[] {0, 1, side} : new int[] {0, 1, side, side * side};
        DelaunayMesh mesh = Delaunay.of(predicates, first, SpatialOrder.of(points), Watch.none());
        int[] cell = new int[axes + 1];
        BigInteger filled = BigInteger.ZERO;
        BigInteger hull = BigInteger.ZERO;
        for (int k = 0; k < mesh.end(); k++) {
            if (mesh.isRemoved(k)) {
                continue;
            }
            mesh.copyVertices(k, cell);
            assertNeighbours(mesh, k);
            if (mesh.isGhost(k)) {
                cell[mesh.place(k, DelaunayMesh.INFINITE)] = 0;
                hull = hull.subtract(volume(points, cell)); // the cone from point 0 over a facet
                continue;
            }
            assertThat(volume(points, cell).signum()).isEqualTo(1);
            filled = filled.add(volume(points, cell));
            for (int point = 0; point < points.size(); point++) {
                assertThat(ExactSigns.inSphere(points, cell, point)).isLessThanOrEqualTo(0);
            }
        }
        assertThat(filled).isEqualTo(hull);
    }

    private static void assertNeighbours(DelaunayMesh mesh, int cell) {
        for (int place = 0; place < mesh.width(); place++) {
            int neighbour = mesh.neighbour(cell, place);
            int back = mesh.placeOfNeighbour(neighbour, /* neighbour= */ cell);
            assertThat(mesh.place(cell, mesh.vertex(neighbour, back))).isEqualTo(DelaunayMesh.NONE);
            for (int other = 0; other < mesh.width(); other++) {
                if (other != place) {
                    assertThat(mesh.place(neighbour, mesh.vertex(cell, other))).isNotEqualTo(DelaunayMesh.NONE);
                }
            }
        }
    }

    /** Filters must agree with integers where they decide. */
    @Property(tries = 200)
    void signsAreThoseOfIntegers(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int axes) {
        Random random = new Random(seed);
        List<float[][]> kinds = List.of(
                nearLattice(3, axes, random),
                Clouds.uniform(9, axes, seed),
                Clouds.lattice(3, axes, 5),
                Clouds.lattice(3, axes, 49_999)); // ties among numbers too large to be free of rounding
        float[][] rows = kinds.get(random.nextInt(kinds.size()));
        ExactPoints points = points(rows);
        DelaunayPredicates predicates = axes == 2 ? new PlanarPredicates(points) : new SpatialPredicates(points);
        for (int k = 0; k < 50; k++) {
            int[] simplex =
                    random.ints(0, rows.length).distinct().limit(axes + 1).toArray();
            assertThat(predicates.orientation(simplex)).isEqualTo(ExactSigns.orientation(points, simplex));
            int point = random.nextInt(rows.length);
            assertThat(predicates.inSphere(simplex, point)).isEqualTo(ExactSigns.inSphere(points, simplex, point));
        }
    }
}
