package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crease.homology.metric.FiniteMetricSpace;

/**
 * The Vietoris-Rips filtrations of a sequence of spaces on the same points, with the same simplices: those within a
 * scale at any step.
 */
final class RipsSequence {
    private final List<? extends FiniteMetricSpace> spaces;
    private final double scale;
    private final int points;
    private final List<FilteredComplex.Builder> builders = new ArrayList<>();

    /** Up to a scale, or the largest enclosing radius where that is less: past its own nothing happens in a space. */
    RipsSequence(List<? extends FiniteMetricSpace> spaces, double scale) throws InterruptedException {
        this.spaces = spaces;
        points = spaces.isEmpty() ? 0 : spaces.get(0).size();
        for (int step = 0; step < spaces.size(); step++) {
            if (spaces.get(step).size() != points) {
                throw new IllegalArgumentException("space " + step + " has "
                        + spaces.get(step).size() + " points, space 0 has " + points + "; all must have equally many");
            }
            builders.add(FilteredComplex.builder());
        }
        double radius = 0;
        for (int step = 0; step < spaces.size(); step++) {
            radius = Math.max(radius, enclosingRadius(step));
        }
        this.scale = Math.min(scale, radius);
    }

    /** The least over the points of the distance from a point to the farthest other one. */
    private double enclosingRadius(int step) throws InterruptedException {
        double least = Double.POSITIVE_INFINITY;
        for (int point = 0; point < points; point++) {
            Interruption.check("measuring distances");
            double farthest = 0;
            for (int other = 0; other < points; other++) {
                farthest = other == point ? farthest : Math.max(farthest, distance(step, point, other));
            }
            least = Math.min(least, farthest);
        }
        return least;
    }

    int points() {
        return points;
    }

    /** Whether two points are within the scale at any step. */
    boolean isWithinScale(int i, int j) {
        for (int step = 0; step < spaces.size(); step++) {
            if (distance(step, i, j) <= scale) {
                return true;
            }
        }
        return false;
    }

    /** Up to where the filtrations are those of the spaces. */
    double scale() {
        return scale;
    }

    /** With simplices of at most so many points. */
    List<FilteredComplex> complexes(int largest) throws InterruptedException {
        for (int point = 0; point < points; point++) {
            extend(new int[] {point}, new double[spaces.size()], largest);
        }
        List<FilteredComplex> complexes = new ArrayList<>();
        for (FilteredComplex.Builder builder : builders) {
            complexes.add(builder.build());
        }
        return complexes;
    }

    /** Adds a simplex with its diameter at each step, and those that have it as their first points. */
    private void extend(int[] simplex, double[] diameters, int largest) throws InterruptedException {
        Interruption.check("listing simplices");
        for (int step = 0; step < diameters.length; step++) {
            builders.get(step).add(diameters[step], simplex);
        }
        for (int point = simplex[simplex.length - 1] + 1; simplex.length < largest && point < points; point++) {
            double[] larger = diameters(simplex, diameters, point);
            if (Arrays.stream(larger).anyMatch(diameter -> diameter <= scale)) {
                int[] joined = Arrays.copyOf(simplex, simplex.length + 1);
                joined[simplex.length] = point;
                extend(joined, larger, largest);
            }
        }
    }

    private double[] diameters(int[] simplex, double[] diameters, int point) {
        double[] larger = diameters.clone();
        for (int step = 0; step < larger.length; step++) {
            for (int vertex : simplex) {
                larger[step] = Math.max(larger[step], distance(step, vertex, point));
            }
        }
        return larger;
    }

    float distance(int step, int i, int j) {
        float distance = spaces.get(step).distance(i, j);
        if (!(distance >= 0 && distance < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("distance (" + i + ", " + j + ") of space " + step + " is " + distance
                    + "; it must be zero or positive, and finite");
        }
        return distance;
    }
}
