package org.crease.homology.metric;

import java.util.Arrays;

/**
 * A space some of whose points have been made one: first the points that are in no class, in their order, then one point for
 * each class. Immutable.
 */
public final class Quotient {
    private final DistanceMatrix distances;
    private final PointClasses classes;
    private final int[] representatives;
    private final int[] pointOf;

    Quotient(DistanceMatrix distances, PointClasses classes, int[] representatives) {
        this.distances = distances;
        this.classes = classes;
        this.representatives = representatives;
        this.pointOf = new int[classes.size()];
        int singles = distances.size() - classes.count();
        for (int k = 0; k < singles; k++) {
            pointOf[representatives[k]] = k;
        }
        for (int point = 0; point < pointOf.length; point++) {
            pointOf[point] = classes.classOf(point) < 0 ? pointOf[point] : singles + classes.classOf(point);
        }
    }

    /** The points of the quotient for these classes: those in none, then the first of each class. */
    static int[] representatives(PointClasses classes) {
        int[] representatives = new int[classes.size() - classes.classified() + classes.count()];
        int next = 0;
        for (int point = 0; point < classes.size(); point++) {
            if (classes.classOf(point) < 0) {
                representatives[next++] = point;
            }
        }
        for (int k = 0; k < classes.count(); k++) {
            representatives[next++] = classes.members(k)[0];
        }
        return representatives;
    }

    /** The distances of the quotient. */
    public DistanceMatrix distances() {
        return distances;
    }

    /** What was made one. */
    public PointClasses classes() {
        return classes;
    }

    /** For each point of the quotient the first point of the space that it comes from; a copy. */
    public int[] representatives() {
        return representatives.clone();
    }

    /** The point of the quotient that a point of the space has become. */
    public int pointOf(int point) {
        return pointOf[point];
    }

    @Override
    public String toString() {
        return "Quotient" + Arrays.toString(pointOf);
    }
}
