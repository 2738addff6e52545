package org.crease.app.homology.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.crease.homology.representative.Chain;

/** The points of a cycle of edges in the order in which they are met on the way round. */
final class Circuit {
    private final Map<Integer, List<Integer>> neighbours = new HashMap<>();

    private Circuit(Chain cycle) {
        for (int term = 0; term < cycle.size(); term++) {
            join(cycle.point(term, 0), cycle.point(term, 1));
            join(cycle.point(term, 1), cycle.point(term, 0));
        }
    }

    private void join(int point, int other) {
        neighbours.computeIfAbsent(point, unused -> new ArrayList<>()).add(other);
    }

    /**
     * The points, the first being one end of an edge and the last the other; none where the cycle meets a point twice or
     * falls into several.
     *
     * @param cycle of dimension 1
     */
    static Optional<List<Integer>> of(Chain cycle, int first, int last) {
        Circuit circuit = new Circuit(cycle);
        boolean simple = circuit.neighbours.values().stream().allMatch(next -> next.size() == 2);
        List<Integer> points = simple ? circuit.walk(first, last) : List.of();
        return points.size() == cycle.size() && !points.isEmpty() ? Optional.of(points) : Optional.empty();
    }

    private List<Integer> walk(int first, int last) {
        List<Integer> points = new ArrayList<>(List.of(first));
        int before = last;
        int at = first;
        while (at != last) {
            List<Integer> next = Objects.requireNonNull(neighbours.get(at));
            int onward = next.get(0) == before ? next.get(1) : next.get(0);
            before = at;
            at = onward;
            points.add(at);
        }
        return points;
    }
}
