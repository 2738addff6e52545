package org.crease.probes.rank;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Ranks of the matrices that ReLU leaves of one matrix W by choosing rows, or another piecewise linear activation by
 * scaling them. W Wᵀ is computed once; each choice has a submatrix of it for its Gram matrix. Where all rows of W are
 * independent, so are those of every choice: leaving rows out lowers no singular value below the least one of all (Cauchy's
 * interlacing), and there is nothing to compute.
 */
final class RowChoice implements AutoCloseable {
    /** Rows of the largest matrix that this is done for, so that W Wᵀ has at most 128 MiB. */
    static final int LARGEST = 4096;

    private static final double LEAST_TRACE = 1e-200;
    private static final int STEPS = 12;
    private static final double ABOVE = 1.2;

    private final Layer layer;
    private final Tolerance tolerance;
    private final Matrix gram;
    /** Whether squares have neither overflowed nor lost digits to underflow. */
    private final boolean squared;

    private final boolean independent;

    /**
     * Choices of the rows of a layer's map.
     *
     * @param rows all of them, in the order of the units
     */
    RowChoice(Layer layer, Jacobian rows, Tolerance tolerance) throws InterruptedException {
        this.layer = layer;
        this.tolerance = tolerance;
        gram = SingularValues.gramOfRows(rows.rows());
        double trace = new DoubleGram(gram, layer.inputUnits()).trace();
        squared = trace > LEAST_TRACE && trace < 1 / LEAST_TRACE;
        independent = squared && layer.units() <= layer.inputUnits() && independent();
    }

    private boolean independent() throws InterruptedException {
        try (Matrix copy = gram.copy()) {
            Gram all = new DoubleGram(copy, layer.inputUnits());
            double largest = ABOVE * Math.sqrt(Lanczos.largest(all.size(), STEPS, all::multiply));
            double threshold = tolerance.threshold(layer.units(), layer.inputUnits(), largest) / leastSlope();
            return threshold > 0
                    && FullRank.prove(all, layer.units(), layer.inputUnits(), new Tolerance.Absolute(threshold), 0)
                            != null;
        }
    }

    private double leastSlope() {
        double slope = Math.abs(layer.activation().slope());
        return layer.switches() && slope > 0 ? Math.min(1, slope) : 1;
    }

    /** The rank with this codeword; null where the rows must be looked at themselves. */
    @Nullable
    Integer rank(BitSet pattern) throws InterruptedException {
        BitSet live = layer.activation().slope() == 0 ? pattern : Codewords.all(layer.units());
        int count = live.cardinality();
        if (independent || count == 0) {
            return count;
        } else if (count > layer.inputUnits() || !squared) {
            return null;
        }
        try (Matrix chosen = chosen(live.stream().toArray(), pattern)) {
            Spectrum spectrum =
                    SingularValues.byGram(chosen, layer.inputUnits(), layer.units(), layer.inputUnits(), tolerance);
            return spectrum == null ? null : spectrum.rank();
        }
    }

    private Matrix chosen(int[] live, BitSet pattern) {
        Matrix chosen = new Matrix(live.length, live.length);
        double[] slopes = new double[live.length];
        for (int i = 0; i < live.length; i++) {
            slopes[i] = Derivatives.piecewise(layer.activation(), pattern.get(live[i]));
        }
        double[] all = new double[layer.units()];
        double[] row = new double[live.length];
        for (int i = 0; i < live.length; i++) {
            gram.from(live[i]).get(all);
            for (int j = i; j < live.length; j++) {
                row[j] = slopes[i] * slopes[j] * all[live[j]];
            }
            chosen.setRow(i, row, live.length);
        }
        return chosen;
    }

    @Override
    public void close() {
        gram.close();
    }
}
