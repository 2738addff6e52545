package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** When each pair of simplices is born and dies at each step, cut into vines. */
final class VineRecord {
    private final int largest;
    private final double scale;
    private final double[][] births; // by step and pair; NaN where a pair is past the scale
    private final double[][] deaths;
    private final int[] dimensionOf; // of a pair

    /** Of so many steps and pairs, for bars up to a dimension and a scale. */
    VineRecord(int steps, int largest, double scale, int pairs) {
        this.largest = largest;
        this.scale = scale;
        births = new double[steps][pairs];
        deaths = new double[steps][pairs];
        dimensionOf = new int[pairs];
        Arrays.fill(dimensionOf, Integer.MAX_VALUE);
        for (double[] ofStep : births) {
            Arrays.fill(ofStep, Double.NaN);
        }
    }

    /** Notes a pair at a step. */
    void add(int step, int pair, int dimension, double birth, double death) {
        dimensionOf[pair] = dimension;
        births[step][pair] = birth <= scale ? birth : Double.NaN;
        deaths[step][pair] = death <= scale ? death : Double.POSITIVE_INFINITY;
    }

    /** All vines, by dimension, then first step, then birth there. */
    List<Vine> vines() {
        List<Vine> vines = new ArrayList<>();
        for (int pair = 0; pair < dimensionOf.length; pair++) {
            if (dimensionOf[pair] <= largest) {
                cut(pair, vines);
            }
        }
        vines.sort(Comparator.comparingInt(Vine::dimension)
                .thenComparingInt(Vine::firstStep)
                .thenComparingDouble(vine -> vine.births()[0])
                .thenComparingDouble(vine -> vine.deaths()[0]));
        return vines;
    }

    /** Cuts what became of a pair where it has no length, and where it is past the scale. */
    private void cut(int pair, List<Vine> vines) {
        int step = 0;
        while (step < births.length) {
            if (!isLong(step, pair)) {
                step++;
                continue;
            }
            int begin = step > 0 && isFlat(step - 1, pair) ? step - 1 : step;
            while (step < births.length && isLong(step, pair)) {
                step++;
            }
            int end = step < births.length && isFlat(step, pair) ? step + 1 : step;
            vines.add(vine(pair, begin, end));
        }
    }

    private boolean isLong(int step, int pair) {
        return births[step][pair] < deaths[step][pair];
    }

    private boolean isFlat(int step, int pair) {
        return births[step][pair] == deaths[step][pair];
    }

    private Vine vine(int pair, int begin, int end) {
        double[] vineBirths = new double[end - begin];
        double[] vineDeaths = new double[end - begin];
        for (int step = begin; step < end; step++) {
            vineBirths[step - begin] = births[step][pair];
            vineDeaths[step - begin] = deaths[step][pair];
        }
        return new Vine(dimensionOf[pair], begin, vineBirths, vineDeaths);
    }
}
