package org.crease.homology.complex;

import java.util.List;
import org.crease.homology.metric.FiniteMetricSpace;

/** The edges of the Vietoris-Rips filtrations of a sequence of spaces on the same points, within a scale at any step. */
final class RipsEdges {
    static final int NONE = -1;

    private final RipsSequence sequence;
    private final int[][] numbers; // by higher and lower end
    private final int[] highs;
    private final int[] lows;
    private final double[][] lengths; // by step

    RipsEdges(List<? extends FiniteMetricSpace> spaces, double scale) throws InterruptedException {
        sequence = new RipsSequence(spaces, scale);
        numbers = new int[sequence.points()][];
        IntStore high = new IntStore();
        IntStore low = new IntStore();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new int[i];
            for (int j = 0; j < i; j++) {
                numbers[i][j] = sequence.isWithinScale(i, j) ? high.size() : NONE;
                if (numbers[i][j] != NONE) {
                    high.add(i);
                    low.add(j);
                }
            }
        }
        highs = high.toArray();
        lows = low.toArray();
        lengths = new double[spaces.size()][highs.length];
        for (int step = 0; step < lengths.length; step++) {
            Interruption.check("measuring distances");
            for (int edge = 0; edge < highs.length; edge++) {
                lengths[step][edge] = sequence.distance(step, highs[edge], lows[edge]);
            }
        }
    }

    int points() {
        return numbers.length;
    }

    int steps() {
        return lengths.length;
    }

    int count() {
        return highs.length;
    }

    /** The edge between two different points, or {@link #NONE}. */
    int number(int i, int j) {
        return i > j ? numbers[i][j] : numbers[j][i];
    }

    int high(int edge) {
        return highs[edge];
    }

    int low(int edge) {
        return lows[edge];
    }

    /** Up to where the filtrations are those of the spaces. */
    double scale() {
        return sequence.scale();
    }

    /** The length of each edge at a step. */
    double[] lengths(int step) {
        return lengths[step];
    }
}
