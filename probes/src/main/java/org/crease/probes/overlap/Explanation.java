package org.crease.probes.overlap;

import org.crease.homology.diagram.Diagrams;
import org.jspecify.annotations.Nullable;

/**
 * The diagrams that explain a layer's topology, and their Betti numbers. The input and its quotients share a unit of length,
 * so persistence is a share of the input's diameter in all three; the layer's is of its own.
 *
 * @param input of the input cloud
 * @param byRank of the input with what rank glues made points; null where that is not known
 * @param byOverlap the same for rank and overlap; null where that is not known
 * @param layer of the layer's own cloud
 */
record Explanation(
        BettiRule rule,
        Scaled input,
        @Nullable Diagrams byRank,
        @Nullable Diagrams byOverlap,
        Scaled layer) {

    /**
     * Diagrams and what their bars are measured by.
     *
     * @param diameter the largest finite distance of the space
     */
    record Scaled(Diagrams diagrams, double diameter) {}

    double[] numbersOfInput() {
        return numbers(input.diagrams(), input.diameter());
    }

    double[] numbersByRank() {
        return numbers(byRank, input.diameter());
    }

    double[] numbersByOverlap() {
        return numbers(byOverlap, input.diameter());
    }

    double[] numbersOfLayer() {
        return numbers(layer.diagrams(), layer.diameter());
    }

    /** Betti numbers by dimension; NaN where they are not known. */
    private double[] numbers(@Nullable Diagrams diagrams, double diameter) {
        double[] numbers = new double[input.diagrams().byDimension().size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = diagrams == null ? Double.NaN : rule.number(diagrams.of(k), diameter);
        }
        return numbers;
    }

    /** Why the layer's number of a dimension differs; null where that is not known. */
    @Nullable
    Change change(int dimension) {
        if (byRank == null || byOverlap == null) {
            return null;
        }
        return Change.of(
                (int) numbersOfInput()[dimension],
                (int) numbersByRank()[dimension],
                (int) numbersByOverlap()[dimension],
                (int) numbersOfLayer()[dimension]);
    }
}
