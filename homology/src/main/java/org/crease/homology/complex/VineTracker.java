package org.crease.homology.complex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Follows the pairs of simplices along a sequence of filtrations and cuts what became of each into vines. */
final class VineTracker {
    private final FilteredComplex first; // its numbers of simplices are those used throughout
    private final List<FilteredComplex> sequence;
    private final int largest;
    private final double scale;
    private final int[] dimensions;
    private final double[][] births; // by step and pair; NaN where a pair is past the scale
    private final double[][] deaths;
    private final int[] dimensionOf; // of a pair

    /** For bars up to a dimension and a scale. */
    VineTracker(List<FilteredComplex> sequence, int largest, double scale) {
        if (sequence.isEmpty()) {
            throw new IllegalArgumentException("vineyard of no filtration; it needs at least one");
        }
        this.sequence = sequence;
        this.largest = largest;
        this.scale = scale;
        first = sequence.get(0);
        dimensions = new int[first.size()];
        Arrays.setAll(dimensions, first::dimension);
        births = new double[sequence.size()][];
        deaths = new double[sequence.size()][];
        dimensionOf = new int[first.size()];
    }

    List<Vine> vines() throws InterruptedException {
        KineticOrder order = new KineticOrder(dimensions, values(0));
        Transpositions pairs = new Transpositions(boundaries(), order.order(), order.position());
        for (int step = 0; step < sequence.size(); step++) {
            double[] values = values(step);
            order.moveTo(values, dimensions, pairs::transpose);
            record(step, values, pairs);
        }
        List<Vine> vines = new ArrayList<>();
        for (int pair = 0; pair < pairs.count(); pair++) {
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

    private double[] values(int step) throws InterruptedException {
        FilteredComplex complex = sequence.get(step);
        if (complex.size() != first.size()) {
            throw new IllegalArgumentException("filtration " + step + " has " + complex.size()
                    + " simplices, filtration 0 has " + first.size() + "; all must have the same");
        }
        double[] values = new double[first.size()];
        for (int simplex = 0; simplex < values.length; simplex++) {
            Interruption.check("comparing filtrations");
            int there = complex.find(first.vertices(simplex));
            if (there < 0) {
                throw new IllegalArgumentException("filtration " + step + " lacks the simplex "
                        + Arrays.toString(first.vertices(simplex)) + " of filtration 0; all must have the same");
            }
            values[simplex] = complex.value(there);
        }
        return values;
    }

    private int[][] boundaries() throws InterruptedException {
        int[][] boundaries = new int[first.size()][];
        for (int simplex = 0; simplex < boundaries.length; simplex++) {
            Interruption.check("writing down boundaries");
            boundaries[simplex] = new int[dimensions[simplex] == 0 ? 0 : dimensions[simplex] + 1];
            for (int place = 0; place < boundaries[simplex].length; place++) {
                boundaries[simplex][place] = first.facet(simplex, place);
            }
            Arrays.sort(boundaries[simplex]);
        }
        return boundaries;
    }

    private void record(int step, double[] values, Transpositions pairs) {
        births[step] = new double[pairs.count()];
        deaths[step] = new double[pairs.count()];
        for (int simplex = 0; simplex < values.length; simplex++) {
            int partner = pairs.partner(simplex);
            boolean dies = partner != Transpositions.NONE;
            if (dies && dimensions[partner] < dimensions[simplex]) {
                continue;
            }
            int pair = pairs.pair(simplex);
            double death = dies ? values[partner] : Double.POSITIVE_INFINITY;
            dimensionOf[pair] = dimensions[simplex];
            births[step][pair] = values[simplex] <= scale ? values[simplex] : Double.NaN;
            deaths[step][pair] = death <= scale ? death : Double.POSITIVE_INFINITY;
        }
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
