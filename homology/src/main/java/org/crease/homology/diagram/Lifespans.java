package org.crease.homology.diagram;

import java.util.Arrays;

/**
 * The lengths of a diagram's finite bars and what is said of them. Infinite bars have no length: they are left out here
 * and counted by {@link PersistenceDiagram#infinite}; {@link PersistenceDiagram#cappedAt} gives them one first. Sums run
 * over the sorted lengths, so that equal diagrams have equal sums.
 */
public final class Lifespans {
    private final double[] lengths;

    private Lifespans(double[] lengths) {
        this.lengths = lengths;
    }

    static Lifespans of(PersistenceDiagram diagram) {
        double[] lengths = new double[diagram.size() - diagram.infinite()];
        int next = 0;
        for (int k = 0; k < diagram.size(); k++) {
            if (Double.isFinite(diagram.death(k))) {
                lengths[next++] = diagram.death(k) - diagram.birth(k);
            }
        }
        Arrays.sort(lengths);
        return new Lifespans(lengths);
    }

    /** Number of finite bars. */
    public int count() {
        return lengths.length;
    }

    /** Number of finite bars longer than this. */
    public int countLongerThan(double length) {
        return (int) Arrays.stream(lengths).filter(l -> l > length).count();
    }

    /** The longest, or 0 when there is none. */
    public double longest() {
        return lengths.length == 0 ? 0 : lengths[lengths.length - 1];
    }

    /** Total persistence: the sum of all lengths, 0 when there is none. */
    public double total() {
        return total(1);
    }

    /** The sum of all lengths to a power, E_α in the literature on dimension; 0 when there is none. */
    public double total(double power) {
        double sum = 0;
        for (double length : lengths) {
            sum += power == 1 ? length : Math.pow(length, power);
        }
        return sum;
    }

    /**
     * Persistence entropy: Shannon's, in nats, of the lengths as shares of their sum. From 0, one bar, to ln of their
     * number, all equally long. NaN when there is no bar.
     *
     * <p>H. Chintakunta et al., <i>An entropy-based persistence barcode</i>, Pattern Recognition 48, 2015.
     */
    public double entropy() {
        if (lengths.length == 0) {
            return Double.NaN;
        }
        double total = total();
        double sum = 0;
        for (double length : lengths) {
            double share = length / total;
            sum -= share * Math.log(share);
        }
        return sum + 0.0; // of one bar, 0 instead of -0
    }
}
