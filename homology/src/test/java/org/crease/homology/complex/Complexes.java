package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Complexes to test with. */
final class Complexes {
    private Complexes() {}

    /** These simplices with all their faces, all at 0. */
    static FilteredComplex of(int[]... facets) throws InterruptedException {
        FilteredComplex.Builder builder = FilteredComplex.builder();
        for (int[] facet : facets) {
            for (int[] face : faces(facet)) {
                builder.add(0, face);
            }
        }
        return builder.build();
    }

    /** The faces of a simplex, itself among them, of ascending dimension. */
    static List<int[]> faces(int... simplex) {
        List<int[]> faces = new ArrayList<>();
        for (int subset = 1; subset < 1 << simplex.length; subset++) {
            int[] face = new int[Integer.bitCount(subset)];
            int at = 0;
            for (int k = 0; k < simplex.length; k++) {
                if (((subset >> k) & 1) != 0) {
                    face[at++] = simplex[k];
                }
            }
            faces.add(face);
        }
        faces.sort((a, b) -> Integer.compare(a.length, b.length));
        return faces;
    }

    /** Random simplices with their faces, at whole values with many ties, not before {@code base} where that has them. */
    static FilteredComplex random(int vertices, int facets, int dimension, Random random) throws InterruptedException {
        NavigableMap<int[], Double> values = new TreeMap<>(
                (a, b) -> a.length != b.length ? Integer.compare(a.length, b.length) : Arrays.compare(a, b));
        for (int k = 0; k < facets; k++) {
            for (int[] face : faces(randomSimplex(vertices, random.nextInt(dimension + 1) + 1, random))) {
                values.put(face, 0.0);
            }
        }
        return raised(values, random);
    }

    /** A random part of a complex whose simplices enter with those of the complex or later. */
    static FilteredComplex randomPart(FilteredComplex complex, int facets, Random random) throws InterruptedException {
        NavigableMap<int[], Double> values = new TreeMap<>(
                (a, b) -> a.length != b.length ? Integer.compare(a.length, b.length) : Arrays.compare(a, b));
        for (int k = 0; k < facets && complex.size() > 0; k++) {
            for (int[] face : faces(complex.vertices(random.nextInt(complex.size())))) {
                values.put(face, complex.value(complex.find(face)));
            }
        }
        return raised(values, random);
    }

    private static FilteredComplex raised(NavigableMap<int[], Double> values, Random random)
            throws InterruptedException {
        FilteredComplex.Builder builder = FilteredComplex.builder();
        for (int[] simplex : List.copyOf(values.keySet())) { // faces first
            double value = values.getOrDefault(simplex, 0.0);
            for (int[] face : faces(simplex)) {
                value = Math.max(value, values.getOrDefault(face, value));
            }
            double entry = value + random.nextInt(3);
            values.put(simplex, entry);
            builder.add(entry, simplex);
        }
        return builder.build();
    }

    private static int[] randomSimplex(int vertices, int size, Random random) {
        return random.ints(0, vertices).distinct().limit(size).sorted().toArray();
    }

    /** A torus of 3 x 3 squares, each of two triangles; vertex 3 i + j. Its first meridian is 0, 1, 2. */
    static int[][] torus() {
        int[][] triangles = new int[18][];
        for (int square = 0; square < 9; square++) {
            int i = square / 3;
            int j = square % 3;
            int right = 3 * i + (j + 1) % 3;
            int below = 3 * ((i + 1) % 3) + j;
            int across = 3 * ((i + 1) % 3) + (j + 1) % 3;
            triangles[2 * square] = new int[] {square, right, across};
            triangles[2 * square + 1] = new int[] {square, below, across};
        }
        return triangles;
    }

    /** The projective plane of six vertices. */
    static int[][] projectivePlane() {
        return new int[][] {
            {0, 1, 2}, {0, 2, 3}, {0, 3, 4}, {0, 4, 5}, {0, 1, 5}, {1, 2, 4}, {2, 3, 5}, {1, 3, 4}, {2, 4, 5}, {1, 3, 5}
        };
    }
}
