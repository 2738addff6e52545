package org.crease.homology;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.WeightedSpace;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Simplex;

/** Tells by ranks of matrices whether representatives show a bar: all simplices are listed, and columns eliminated. */
final class LinearAlgebra {
    private final FiniteMetricSpace space;
    private final int prime;

    LinearAlgebra(FiniteMetricSpace space, int prime) {
        this.space = space;
        this.prime = prime;
    }

    /** Whether the chain has no boundary. */
    boolean isCycle(Chain chain) {
        return boundary(chain.coefficientBySimplex()).isEmpty();
    }

    /** Whether a chain is the boundary of one of simplices of diameter at most a scale; below it when open. */
    boolean isBoundary(Chain chain, double scale, boolean open) {
        List<Map<Simplex, Integer>> boundaries = new ArrayList<>();
        for (Simplex simplex : simplices(chain.dimension() + 1, scale, open)) {
            boundaries.add(boundary(Map.of(simplex, 1)));
        }
        return isCombination(chain.coefficientBySimplex(), boundaries);
    }

    /** Whether a cochain, restricted to a complex, vanishes on the boundary of each simplex of it. */
    boolean isCocycle(Chain cochain, double scale, boolean open) {
        for (Simplex simplex : simplices(cochain.dimension() + 1, scale, open)) {
            if (value(cochain, boundary(Map.of(simplex, 1))) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a cochain, restricted to a complex, is the coboundary of another. */
    boolean isCoboundary(Chain cochain, double scale, boolean open) {
        List<Simplex> simplices = simplices(cochain.dimension(), scale, open);
        Map<Simplex, Map<Simplex, Integer>> coboundaries = new TreeMap<>();
        Map<Simplex, Integer> restricted = new TreeMap<>(cochain.coefficientBySimplex());
        restricted.keySet().retainAll(simplices);
        for (Simplex simplex : simplices) {
            boundary(Map.of(simplex, 1))
                    .forEach((facet, sign) -> coboundaries
                            .computeIfAbsent(facet, f -> new TreeMap<>())
                            .put(simplex, sign));
        }
        return isCombination(restricted, new ArrayList<>(coboundaries.values()));
    }

    /** Whether a bar's cycle and cocycle are what they should be. */
    boolean isProved(Bar bar, double threshold) {
        boolean infinite = Double.isInfinite(bar.death());
        double end = infinite ? threshold : bar.death();
        return isCycle(bar.cycle())
                && !isBoundary(bar.cycle(), end, !infinite)
                && (infinite || isBoundary(bar.cycle(), end, false))
                && isCocycle(bar.cocycle(), end, !infinite)
                && !isCoboundary(bar.cocycle(), bar.birth(), false)
                && isCoboundary(bar.cocycle(), bar.birth(), true);
    }

    private int value(Chain cochain, Map<Simplex, Integer> chain) {
        Map<Simplex, Integer> values = cochain.coefficientBySimplex();
        int sum = 0;
        for (Map.Entry<Simplex, Integer> term : chain.entrySet()) {
            sum += values.getOrDefault(term.getKey(), 0) * term.getValue();
        }
        return Math.floorMod(sum, prime);
    }

    private Map<Simplex, Integer> boundary(Map<Simplex, Integer> chain) {
        Map<Simplex, Integer> sum = new TreeMap<>();
        chain.forEach((simplex, coefficient) -> {
            for (int left = 0; simplex.dimension() > 0 && left <= simplex.dimension(); left++) {
                add(sum, without(simplex, left), left % 2 == 0 ? coefficient : -coefficient);
            }
        });
        return sum;
    }

    private static Simplex without(Simplex simplex, int left) {
        int[] points = new int[simplex.dimension()];
        for (int k = 0; k < points.length; k++) {
            points[k] = simplex.point(k < left ? k : k + 1);
        }
        return Simplex.of(points);
    }

    private void add(Map<Simplex, Integer> sum, Simplex simplex, int coefficient) {
        int value = Math.floorMod(sum.getOrDefault(simplex, 0) + coefficient, prime);
        if (value == 0) {
            sum.remove(simplex);
        } else {
            sum.put(simplex, value);
        }
    }

    private boolean isCombination(Map<Simplex, Integer> vector, List<Map<Simplex, Integer>> of) {
        Map<Simplex, Map<Simplex, Integer>> echelon = new TreeMap<>();
        for (Map<Simplex, Integer> column : of) {
            Map<Simplex, Integer> rest = reduce(column, echelon);
            if (!rest.isEmpty()) {
                echelon.put(first(rest), rest);
            }
        }
        return reduce(vector, echelon).isEmpty();
    }

    private Map<Simplex, Integer> reduce(Map<Simplex, Integer> vector, Map<Simplex, Map<Simplex, Integer>> echelon) {
        Map<Simplex, Integer> rest = new TreeMap<>(vector);
        while (!rest.isEmpty() && echelon.containsKey(first(rest))) {
            Map<Simplex, Integer> row = Objects.requireNonNull(echelon.get(first(rest)));
            int pivot = Objects.requireNonNull(row.get(first(rest)));
            int factor = -Objects.requireNonNull(rest.get(first(rest))) * inverse(pivot);
            row.forEach((simplex, coefficient) -> add(rest, simplex, factor * coefficient));
        }
        return rest;
    }

    private static Simplex first(Map<Simplex, Integer> vector) {
        return vector.keySet().iterator().next();
    }

    private int inverse(int a) {
        return BigInteger.valueOf(a).modInverse(BigInteger.valueOf(prime)).intValue();
    }

    private List<Simplex> simplices(int dimension, double scale, boolean open) {
        List<Simplex> found = new ArrayList<>();
        for (int set = 0; set < 1 << space.size(); set++) {
            int chosen = set;
            if (Integer.bitCount(set) == dimension + 1) {
                Simplex simplex = Simplex.of(IntStream.range(0, space.size())
                        .filter(k -> (chosen >> k & 1) == 1)
                        .toArray());
                float diameter = diameter(simplex);
                if (open ? diameter < scale : diameter <= scale && !Float.isInfinite(diameter)) {
                    found.add(simplex);
                }
            }
        }
        return found;
    }

    private float diameter(Simplex simplex) {
        float diameter = 0;
        if (space instanceof WeightedSpace weighted && simplex.dimension() == 0) {
            return weighted.birth(simplex.point(0));
        }
        for (int i : simplex.points()) {
            for (int j : simplex.points()) {
                diameter = Math.max(diameter, space.distance(i, j));
            }
        }
        return diameter;
    }
}
