package org.crease.homology.metric;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Disjoint classes of points of a space, each to be made one point. Points in no class stay as they are. Immutable. */
public final class PointClasses {
    private static final int NONE = -1;

    private final int[][] members;
    private final int[] classOf;

    private PointClasses(int[][] members, int[] classOf) {
        this.members = members;
        this.classOf = classOf;
    }

    /**
     * Classes of points of a space.
     *
     * @param size number of points of the space
     * @param classes the points of each; none, for a space in which nothing is made one
     * @throws IllegalArgumentException when a class has no point, a point is not one of the space, or is named twice
     */
    public static PointClasses of(int size, int[]... classes) {
        int[] classOf = new int[size];
        Arrays.fill(classOf, NONE);
        int[][] members = new int[classes.length][];
        for (int k = 0; k < classes.length; k++) {
            members[k] = classes[k].clone();
            Arrays.sort(members[k]);
            if (members[k].length == 0) {
                throw new IllegalArgumentException("class " + k + " has no points; it needs at least one");
            }
            for (int point : members[k]) {
                place(point, k, classOf);
            }
        }
        return new PointClasses(members, classOf);
    }

    private static void place(int point, int number, int[] classOf) {
        if (point < 0 || point >= classOf.length) {
            throw new IllegalArgumentException("class " + number + " has the point " + point + "; the space has "
                    + classOf.length + " points, from 0");
        }
        if (classOf[point] == number) {
            throw new IllegalArgumentException("class " + number + " has the point " + point + " twice");
        }
        if (classOf[point] != NONE) {
            throw new IllegalArgumentException("classes " + classOf[point] + " and " + number + " both have the point "
                    + point + "; classes must be disjoint");
        }
        classOf[point] = number;
    }

    /**
     * The classes of points that share a label and of which there are enough; in the order of their first points.
     *
     * @param labels one a point
     * @param chosen whether a point may be in a class
     * @param fewest points that a class has at least
     * @throws IllegalArgumentException when there are not as many choices as labels
     */
    public static PointClasses ofLabels(long[] labels, boolean[] chosen, int fewest) {
        if (labels.length != chosen.length) {
            throw new IllegalArgumentException(
                    labels.length + " labels and " + chosen.length + " choices; there must be one of each a point");
        }
        Map<Long, IntStream.Builder> byLabel = new LinkedHashMap<>();
        for (int point = 0; point < labels.length; point++) {
            if (chosen[point]) {
                byLabel.computeIfAbsent(labels[point], label -> IntStream.builder())
                        .add(point);
            }
        }
        List<int[]> classes = byLabel.values().stream()
                .map(points -> points.build().toArray())
                .filter(points -> points.length >= fewest)
                .toList();
        return of(labels.length, classes.toArray(new int[0][]));
    }

    /** All classes as a single one; none when there is none. */
    public PointClasses merged() {
        return count() < 2
                ? this
                : of(size(), Arrays.stream(members).flatMapToInt(Arrays::stream).toArray());
    }

    /** Number of points of the space. */
    public int size() {
        return classOf.length;
    }

    /** Number of classes. */
    public int count() {
        return members.length;
    }

    /** The points of a class, ascending; a copy. */
    public int[] members(int number) {
        return members[number].clone();
    }

    /** The class of a point, -1 when it is in none. */
    public int classOf(int point) {
        return classOf[point];
    }

    /** Number of points that are in a class. */
    public int classified() {
        return Arrays.stream(members).mapToInt(points -> points.length).sum();
    }
}
