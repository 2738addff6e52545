package org.crease.homology.complex;

import java.util.Arrays;
import java.util.List;

/** Follows the pairs of simplices along a sequence of filtrations. */
final class VineTracker {
    private final FilteredComplex first; // its numbers of simplices are those used throughout
    private final List<FilteredComplex> sequence;
    private final int largest;
    private final double scale;
    private final int[] dimensions;

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
    }

    List<Vine> vines() throws InterruptedException {
        KineticOrder order = new KineticOrder(dimensions, values(0));
        Transpositions pairs = new Transpositions(boundaries(), order.order(), order.position());
        VineRecord record = new VineRecord(sequence.size(), largest, scale, pairs.count());
        for (int step = 0; step < sequence.size(); step++) {
            double[] values = values(step);
            order.moveTo(values, dimensions, pairs::transpose);
            record(step, values, pairs, record);
        }
        return record.vines();
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

    private void record(int step, double[] values, Transpositions pairs, VineRecord record) {
        for (int simplex = 0; simplex < values.length; simplex++) {
            int partner = pairs.partner(simplex);
            boolean dies = partner != Transpositions.NONE;
            if (!dies || dimensions[partner] > dimensions[simplex]) {
                double death = dies ? values[partner] : Double.POSITIVE_INFINITY;
                record.add(step, pairs.pair(simplex), dimensions[simplex], values[simplex], death);
            }
        }
    }
}
