package org.crease.homology.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The bars of one homology dimension: for each class the scales at which it is born and dies, infinite when it never does.
 * A class lives at scale t when birth ≤ t < death. Bars of length zero are left out; bars are in ascending order of birth,
 * then death, so that equal multisets of bars are equal objects.
 */
public final class PersistenceDiagram {
    private final int dimension;
    private final double[] births;
    private final double[] deaths;

    private PersistenceDiagram(int dimension, double[] births, double[] deaths) {
        this.dimension = dimension;
        this.births = births;
        this.deaths = deaths;
    }

    /** Collects the bars of a diagram, in any order. */
    public static final class Builder {
        private final int dimension;
        private final List<double[]> bars = new ArrayList<>();

        /** Starts a diagram without bars of a dimension from 0. */
        public Builder(int dimension) {
            if (dimension < 0) {
                throw new IllegalArgumentException("homology dimension is " + dimension + "; it must not be negative");
            }
            this.dimension = dimension;
        }

        /**
         * Adds a bar, unless its length is zero.
         *
         * @param birth finite
         * @param death at least {@code birth}; infinite for a class that never dies
         * @throws IllegalArgumentException when they are not so
         */
        public Builder add(double birth, double death) {
            if (!Double.isFinite(birth) || !(death >= birth)) {
                throw new IllegalArgumentException(
                        "bar from " + birth + " to " + death + "; the birth must be finite and the death not below it");
            }
            if (death > birth) {
                bars.add(new double[] {birth, death});
            }
            return this;
        }

        /** The diagram. */
        public PersistenceDiagram build() {
            List<double[]> sorted = new ArrayList<>(bars);
            sorted.sort(new ByBirth());
            double[] births = new double[sorted.size()];
            double[] deaths = new double[sorted.size()];
            for (int k = 0; k < births.length; k++) {
                births[k] = sorted.get(k)[0];
                deaths[k] = sorted.get(k)[1];
            }
            return new PersistenceDiagram(dimension, births, deaths);
        }
    }

    /** Bars of one birth by death. A class, since the first lambda without captures takes Java 17 milliseconds. */
    private static final class ByBirth implements Comparator<double[]> {
        @Override
        public int compare(double[] a, double[] b) {
            int births = Double.compare(a[0], b[0]);
            return births == 0 ? Double.compare(a[1], b[1]) : births;
        }
    }

    /** The homology dimension: 0 for components, 1 for loops. */
    public int dimension() {
        return dimension;
    }

    /** Number of bars, infinite ones included. */
    public int size() {
        return births.length;
    }

    /** Where the class of a bar is born. */
    public double birth(int bar) {
        return births[bar];
    }

    /** Where the class of a bar dies; infinite when it never does. */
    public double death(int bar) {
        return deaths[bar];
    }

    /** Number of infinite bars. */
    public int infinite() {
        return (int) Arrays.stream(deaths).filter(Double::isInfinite).count();
    }

    /** The Betti number at a scale: how many classes live there. */
    public int bettiNumber(double scale) {
        int alive = 0;
        for (int k = 0; k < births.length; k++) {
            if (births[k] <= scale && scale < deaths[k]) {
                alive++;
            }
        }
        return alive;
    }

    /** The lengths of the finite bars. */
    public Lifespans lifespans() {
        return Lifespans.of(this);
    }

    /**
     * This diagram with every infinite bar ending at a scale, so that summaries count it. Finite bars stay as they are.
     *
     * @throws IllegalArgumentException when an infinite bar is born after the scale
     */
    public PersistenceDiagram cappedAt(double scale) {
        Builder capped = new Builder(dimension);
        for (int k = 0; k < births.length; k++) {
            capped.add(births[k], Double.isInfinite(deaths[k]) ? scale : deaths[k]);
        }
        return capped.build();
    }

    /** This diagram in another unit. */
    PersistenceDiagram dividedBy(double unit) {
        Builder divided = new Builder(dimension);
        for (int k = 0; k < births.length; k++) {
            divided.add(births[k] / unit, deaths[k] / unit);
        }
        return divided.build();
    }

    /** The bars as rows (birth, death), row after row. */
    public double[] toArray() {
        double[] rows = new double[2 * births.length];
        for (int k = 0; k < births.length; k++) {
            rows[2 * k] = births[k];
            rows[2 * k + 1] = deaths[k];
        }
        return rows;
    }

    /** Equal dimension and equal bars, exactly. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PersistenceDiagram that
                && dimension == that.dimension
                && Arrays.equals(births, that.births)
                && Arrays.equals(deaths, that.deaths);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(births) + Arrays.hashCode(deaths);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("H").append(dimension).append('{');
        for (int k = 0; k < births.length; k++) {
            text.append(k == 0 ? "[" : ", [")
                    .append(births[k])
                    .append(", ")
                    .append(deaths[k])
                    .append(')');
        }
        return text.append('}').toString();
    }
}
