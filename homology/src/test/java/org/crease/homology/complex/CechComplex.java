package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Čech filtration of a few points: a simplex enters with the radius of the smallest ball around its points. */
final class CechComplex {
    private final double[][] points;
    private final int dimension;
    private final FilteredComplex.Builder simplices = FilteredComplex.builder();

    private CechComplex(double[][] points) {
        this.points = points;
        dimension = points[0].length;
    }

    /** All simplices of as many points as one more than the dimension, by the nerve theorem enough for its homology. */
    static FilteredComplex of(float[][] points) throws InterruptedException {
        double[][] doubles = new double[points.length][];
        for (int k = 0; k < points.length; k++) {
            doubles[k] = new double[points[k].length];
            for (int axis = 0; axis < doubles[k].length; axis++) {
                doubles[k][axis] = points[k][axis];
            }
        }
        CechComplex cech = new CechComplex(doubles);
        cech.extend(new ArrayList<>());
        return cech.simplices.build();
    }

    private void extend(List<Integer> simplex) {
        if (!simplex.isEmpty()) {
            int[] vertices = simplex.stream().mapToInt(v -> v).toArray();
            simplices.add(enclosingRadius(vertices), vertices);
        }
        if (simplex.size() <= dimension) {
            for (int point = simplex.isEmpty() ? 0 : simplex.get(simplex.size() - 1) + 1;
                    point < points.length;
                    point++) {
                List<Integer> larger = new ArrayList<>(simplex);
                larger.add(point);
                extend(larger);
            }
        }
    }

    /**
     * The largest over the faces of the radius of a smallest sphere through a face that holds all points; never less
     * than a face's.
     */
    private double enclosingRadius(int[] vertices) {
        double least = Double.POSITIVE_INFINITY;
        for (int[] face : Complexes.faces(vertices)) {
            double[] centre = centre(face);
            double radius = distance(centre, points[face[0]]);
            boolean holdsAll = Double.isFinite(radius);
            for (int vertex : vertices) {
                holdsAll &= distance(centre, points[vertex]) <= radius * (1 + 1e-9) + 1e-12;
            }
            least = holdsAll ? Math.min(least, radius) : least;
        }
        for (int k = 0; vertices.length > 1 && k < vertices.length; k++) {
            int omitted = vertices[k];
            int[] facet = Arrays.stream(vertices).filter(v -> v != omitted).toArray();
            least = Math.max(least, enclosingRadius(facet));
        }
        return least;
    }

    /**
     * The point of the simplex's affine hull that is as far from all of its vertices, by elimination; not finite when
     * flat.
     */
    private double[] centre(int[] simplex) {
        int size = simplex.length - 1;
        double[][] rows = new double[size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                rows[i][j] = 2 * product(simplex[i + 1], simplex[j + 1], simplex[0]);
            }
            rows[i][size] = product(simplex[i + 1], simplex[i + 1], simplex[0]);
        }
        double[] weights = solved(rows);
        double[] centre = points[simplex[0]].clone();
        for (int i = 0; i < size; i++) {
            for (int axis = 0; axis < dimension; axis++) {
                centre[axis] += weights[i] * (points[simplex[i + 1]][axis] - points[simplex[0]][axis]);
            }
        }
        return centre;
    }

    private static double[] solved(double[][] rows) {
        int size = rows.length;
        for (int k = 0; k < size; k++) {
            int best = k;
            for (int i = k; i < size; i++) {
                best = Math.abs(rows[i][k]) > Math.abs(rows[best][k]) ? i : best;
            }
            double[] pivot = rows[best];
            rows[best] = rows[k];
            rows[k] = pivot;
            for (int i = 0; i < size; i++) {
                double factor = i == k || pivot[k] == 0 ? 0 : rows[i][k] / pivot[k];
                for (int j = k; j <= size; j++) {
                    rows[i][j] -= factor * pivot[j];
                }
            }
        }
        double[] solution = new double[size];
        for (int k = 0; k < size; k++) {
            solution[k] = rows[k][size] / (Math.abs(rows[k][k]) < 1e-12 ? 0 : rows[k][k]);
        }
        return solution;
    }

    private double product(int a, int b, int origin) {
        double sum = 0;
        for (int axis = 0; axis < dimension; axis++) {
            sum += (points[a][axis] - points[origin][axis]) * (points[b][axis] - points[origin][axis]);
        }
        return sum;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int axis = 0; axis < a.length; axis++) {
            sum += (a[axis] - b[axis]) * (a[axis] - b[axis]);
        }
        return Math.sqrt(sum);
    }
}
