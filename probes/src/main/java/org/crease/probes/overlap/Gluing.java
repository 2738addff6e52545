package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.crease.homology.metric.PointClasses;

/**
 * An equivalence relation on points that grows, as disjoint sets whose roots are their smallest members: path halving, and
 * the smaller root wins.
 */
final class Gluing {
    private final int[] parent;

    /** Every point on its own. */
    Gluing(int points) {
        parent = IntStream.range(0, points).toArray();
    }

    private Gluing(int[] roots) {
        parent = roots;
    }

    /** The points that all of the relations glue. */
    static Gluing common(List<Gluing> relations) {
        int points = relations.get(0).parent.length;
        Map<List<Integer>, Integer> first = new HashMap<>();
        int[] roots = new int[points];
        for (int i = 0; i < points; i++) {
            int point = i;
            roots[i] = first.computeIfAbsent(
                    relations.stream().map(relation -> relation.root(point)).toList(), key -> point);
        }
        return new Gluing(roots);
    }

    /** A relation that starts with what this one has. */
    Gluing copy() {
        return new Gluing(parent.clone());
    }

    /** Glues two points. */
    void join(int i, int j) {
        int a = root(i);
        int b = root(j);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    /** Glues all that another relation glues. */
    void join(Gluing other) {
        for (int i = 0; i < parent.length; i++) {
            join(i, other.root(i));
        }
    }

    /** Glues points to the first of them. */
    void join(int[] points) {
        for (int point : points) {
            join(points[0], point);
        }
    }

    boolean joined(int i, int j) {
        return root(i) == root(j);
    }

    /** The smallest point that a point is glued to. */
    int root(int point) {
        int at = point;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The classes of two points and more, in the order of their first points. */
    PointClasses classes() {
        Map<Integer, List<Integer>> classes = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            classes.computeIfAbsent(root(i), root -> new ArrayList<>()).add(i);
        }
        int[][] glued = IntStream.range(0, parent.length)
                .mapToObj(i -> classes.getOrDefault(i, List.of()))
                .filter(members -> members.size() > 1)
                .map(members -> members.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        return PointClasses.of(parent.length, glued);
    }
}
