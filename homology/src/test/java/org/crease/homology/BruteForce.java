package org.crease.homology;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.WeightedSpace;

/** Persistence by the textbook: all simplices, their boundary matrix, its columns reduced in order. */
final class BruteForce {
    private final ToDoubleFunction<List<Integer>> scale; // infinite for a simplex that never comes
    private final boolean relative;
    private final int size;
    private final int prime;
    private final List<List<Integer>> simplices = new ArrayList<>();
    private final Map<List<Integer>, Integer> position = new HashMap<>();

    private BruteForce(
            int size,
            ToDoubleFunction<List<Integer>> scale,
            boolean relative,
            int dimension,
            int prime,
            double threshold) {
        this.size = size;
        this.scale = scale;
        this.relative = relative;
        this.prime = prime;
        collect(List.of(), dimension + 2);
        simplices.removeIf(s -> scale.applyAsDouble(s) > threshold || Double.isInfinite(scale.applyAsDouble(s)));
        simplices.sort(Comparator.<List<Integer>>comparingDouble(scale).thenComparingInt(List::size));
        for (int k = 0; k < simplices.size(); k++) {
            position.put(simplices.get(k), k);
        }
    }

    /** The diagrams of dimension 0 to this one. */
    static List<PersistenceDiagram> diagrams(FiniteMetricSpace space, int dimension, int prime, double threshold) {
        return new BruteForce(space.size(), s -> diameter(space, s), false, dimension, prime, threshold)
                .diagrams(dimension);
    }

    /** Of any filtered complex: the scale of each simplex, its points ascending; infinite for one that never comes. */
    static List<PersistenceDiagram> diagrams(
            int size, ToDoubleFunction<List<Integer>> scale, int dimension, int prime) {
        return new BruteForce(size, scale, false, dimension, prime, Double.POSITIVE_INFINITY).diagrams(dimension);
    }

    /** Relative to the simplices on a subset: these are left out of all chains. */
    static List<PersistenceDiagram> relativeDiagrams(
            FiniteMetricSpace space, Set<Integer> subset, int dimension, int prime, double threshold) {
        return new BruteForce(
                        space.size(),
                        s -> subset.containsAll(s) ? Double.POSITIVE_INFINITY : diameter(space, s),
                        true,
                        dimension,
                        prime,
                        threshold)
                .diagrams(dimension);
    }

    private void collect(List<Integer> simplex, int largest) {
        if (!simplex.isEmpty()) {
            simplices.add(simplex);
        }
        if (simplex.size() < largest) {
            int first = simplex.isEmpty() ? 0 : simplex.get(simplex.size() - 1) + 1;
            for (int point = first; point < size; point++) {
                List<Integer> larger = new ArrayList<>(simplex);
                larger.add(point);
                collect(larger, largest);
            }
        }
    }

    private List<PersistenceDiagram> diagrams(int dimension) {
        Map<Integer, NavigableMap<Integer, Integer>> columnByLowest = new HashMap<>();
        Map<Integer, Integer> deathOf = new HashMap<>();
        List<Integer> births = new ArrayList<>();
        for (int k = 0; k < simplices.size(); k++) {
            NavigableMap<Integer, Integer> column = boundary(simplices.get(k));
            while (!column.isEmpty() && columnByLowest.containsKey(column.lastKey())) {
                cancelLowest(column, Objects.requireNonNull(columnByLowest.get(column.lastKey())));
            }
            if (column.isEmpty()) {
                births.add(k);
            } else {
                columnByLowest.put(column.lastKey(), column);
                deathOf.put(column.lastKey(), k);
            }
        }
        List<PersistenceDiagram> diagrams = new ArrayList<>();
        for (int d = 0; d <= dimension; d++) {
            diagrams.add(diagram(d, births, deathOf));
        }
        return diagrams;
    }

    private PersistenceDiagram diagram(int dimension, List<Integer> births, Map<Integer, Integer> deathOf) {
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(dimension);
        for (int birth : births) {
            if (simplices.get(birth).size() == dimension + 1) {
                Integer death = deathOf.get(birth);
                diagram.add(
                        scale.applyAsDouble(simplices.get(birth)),
                        death == null ? Double.POSITIVE_INFINITY : scale.applyAsDouble(simplices.get(death)));
            }
        }
        return diagram.build();
    }

    private NavigableMap<Integer, Integer> boundary(List<Integer> simplex) {
        NavigableMap<Integer, Integer> column = new TreeMap<>();
        for (int place = 0; simplex.size() > 1 && place < simplex.size(); place++) {
            List<Integer> face = new ArrayList<>(simplex);
            face.remove(place);
            if (!relative || position.containsKey(face)) {
                column.put(Objects.requireNonNull(position.get(face)), place % 2 == 0 ? 1 : prime - 1);
            }
        }
        return column;
    }

    private void cancelLowest(NavigableMap<Integer, Integer> column, NavigableMap<Integer, Integer> other) {
        int inverse = BigInteger.valueOf(other.lastEntry().getValue())
                .modInverse(BigInteger.valueOf(prime))
                .intValue();
        int factor = (prime - column.lastEntry().getValue()) * inverse;
        other.forEach((row, entry) -> {
            int sum = (column.getOrDefault(row, 0) + factor * entry) % prime;
            if (sum == 0) {
                column.remove(row);
            } else {
                column.put(row, sum);
            }
        });
    }

    private static double diameter(FiniteMetricSpace space, List<Integer> simplex) {
        double diameter = 0;
        for (int i : simplex) {
            if (space instanceof WeightedSpace weighted) {
                diameter = Math.max(diameter, weighted.birth(i));
            }
            for (int j : simplex) {
                diameter = Math.max(diameter, space.distance(i, j));
            }
        }
        return diameter;
    }
}
