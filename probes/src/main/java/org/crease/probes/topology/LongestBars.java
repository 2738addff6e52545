package org.crease.probes.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.representative.Bar;
import org.crease.homology.representative.BarSelection;

/**
 * The longest bars of each diagram from dimension 1 on, infinite ones first, of equally long ones those born first.
 *
 * @param diagrams all bars
 * @param count how many of each dimension, at most
 */
record LongestBars(Diagrams diagrams, int count) {

    /** A bar with its row in the diagram's array. */
    record Row(int row, Bar bar) {}

    /** What asks for representatives of these bars; of others too, where they are born and die with one of these. */
    BarSelection selection() {
        Set<List<Number>> wanted = new HashSet<>();
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            for (int row : rows(diagram)) {
                wanted.add(key(diagram.dimension(), diagram.birth(row), diagram.death(row)));
            }
        }
        return (dimension, birth, death) -> wanted.contains(key(dimension, birth, death));
    }

    /** Which of the bars with representatives stands for which row of a diagram, the longest first. */
    List<Row> of(PersistenceDiagram diagram, List<Bar> bars) {
        List<Bar> left = new ArrayList<>(bars);
        List<Row> found = new ArrayList<>();
        for (int row : rows(diagram)) {
            Bar bar = left.stream()
                    .filter(candidate ->
                            candidate.birth() == diagram.birth(row) && candidate.death() == diagram.death(row))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the bar from " + diagram.birth(row) + " to "
                            + diagram.death(row) + " has no representatives"));
            left.remove(bar);
            found.add(new Row(row, bar));
        }
        return found;
    }

    private int[] rows(PersistenceDiagram diagram) {
        if (diagram.dimension() == 0) {
            return new int[0];
        }
        Comparator<Integer> longest = Comparator.comparingDouble(row -> diagram.birth(row) - diagram.death(row));
        return IntStream.range(0, diagram.size())
                .boxed()
                .sorted(longest.thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static List<Number> key(int dimension, double birth, double death) {
        return List.of(dimension, birth, death);
    }
}
