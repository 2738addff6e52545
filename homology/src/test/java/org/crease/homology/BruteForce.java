package org.crease.homology;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.FiniteMetricSpace;

/** Persistence by the textbook: all simplices of at most three points, the boundary matrix, its columns reduced in order. */
final class BruteForce {
    private BruteForce() {}

    static List<PersistenceDiagram> diagrams(FiniteMetricSpace space, double threshold) {
        List<BitSet> simplices = simplices(space, threshold);
        Map<BitSet, Integer> position = new HashMap<>();
        for (int k = 0; k < simplices.size(); k++) {
            position.put(simplices.get(k), k);
        }
        Map<Integer, BitSet> columnByLowest = new HashMap<>();
        Map<Integer, Integer> deathOf = new HashMap<>();
        List<Integer> births = new ArrayList<>();
        for (int k = 0; k < simplices.size(); k++) {
            BitSet column = boundary(simplices.get(k), position);
            while (!column.isEmpty() && columnByLowest.containsKey(column.length() - 1)) {
                column.xor(columnByLowest.get(column.length() - 1));
            }
            if (column.isEmpty()) {
                births.add(k);
            } else {
                columnByLowest.put(column.length() - 1, column);
                deathOf.put(column.length() - 1, k);
            }
        }
        return List.of(diagram(0, births, deathOf, simplices, space), diagram(1, births, deathOf, simplices, space));
    }

    private static PersistenceDiagram diagram(
            int dimension,
            List<Integer> births,
            Map<Integer, Integer> deathOf,
            List<BitSet> simplices,
            FiniteMetricSpace space) {
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(dimension);
        for (int birth : births) {
            if (simplices.get(birth).cardinality() == dimension + 1) {
                Integer death = deathOf.get(birth);
                diagram.add(
                        diameter(simplices.get(birth), space),
                        death == null ? Double.POSITIVE_INFINITY : diameter(simplices.get(death), space));
            }
        }
        return diagram.build();
    }

    private static List<BitSet> simplices(FiniteMetricSpace space, double threshold) {
        List<BitSet> simplices = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            simplices.add(set(i));
            for (int j = 0; j < i; j++) {
                simplices.add(set(i, j));
                for (int k = 0; k < j; k++) {
                    simplices.add(set(i, j, k));
                }
            }
        }
        simplices.removeIf(s -> diameter(s, space) > threshold || Double.isInfinite(diameter(s, space)));
        simplices.sort(
                Comparator.<BitSet>comparingDouble(s -> diameter(s, space)).thenComparingInt(BitSet::cardinality));
        return simplices;
    }

    private static BitSet boundary(BitSet simplex, Map<BitSet, Integer> position) {
        BitSet column = new BitSet();
        if (simplex.cardinality() > 1) {
            simplex.stream().forEach(point -> {
                BitSet face = (BitSet) simplex.clone();
                face.clear(point);
                column.set(Objects.requireNonNull(position.get(face)));
            });
        }
        return column;
    }

    private static double diameter(BitSet simplex, FiniteMetricSpace space) {
        int[] points = simplex.stream().toArray();
        double diameter = 0;
        for (int i : points) {
            for (int j : points) {
                diameter = Math.max(diameter, space.distance(i, j));
            }
        }
        return diameter;
    }

    private static BitSet set(int... points) {
        BitSet set = new BitSet();
        for (int point : points) {
            set.set(point);
        }
        return set;
    }
}
