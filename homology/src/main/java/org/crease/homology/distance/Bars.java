package org.crease.homology.distance;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * The bars of a diagram, the finite apart from the infinite.
 *
 * @param births of the finite bars
 * @param deaths of the finite bars, in the same order
 * @param infinite births of the infinite bars, ascending
 */
record Bars(double[] births, double[] deaths, double[] infinite) {

    static Bars of(PersistenceDiagram diagram) {
        int total = diagram.size();
        double[] births = new double[total];
        double[] deaths = new double[total];
        double[] infinite = new double[total];
        int finite = 0;
        for (int k = 0; k < total; k++) {
            if (Double.isInfinite(diagram.death(k))) {
                infinite[k - finite] = diagram.birth(k);
            } else {
                births[finite] = diagram.birth(k);
                deaths[finite++] = diagram.death(k);
            }
        }
        return new Bars(
                Arrays.copyOf(births, finite), Arrays.copyOf(deaths, finite), Arrays.copyOf(infinite, total - finite));
    }

    /** Number of finite bars. */
    int size() {
        return births.length;
    }

    /** Half the length of a finite bar: how far it is from the diagonal, coordinate by coordinate. */
    double half(int bar) {
        return (deaths[bar] - births[bar]) / 2;
    }

    /** The same bars in another unit. */
    Bars times(double factor) {
        return new Bars(scaled(births, factor), scaled(deaths, factor), scaled(infinite, factor));
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    /** The length of the longest finite bar, or 0. */
    double longest() {
        double longest = 0;
        for (int k = 0; k < births.length; k++) {
            longest = Math.max(longest, deaths[k] - births[k]);
        }
        return longest;
    }

    /** The largest finite death, or 0. */
    double lastDeath() {
        return Arrays.stream(deaths).max().orElse(0);
    }

    /** Whether there is a finite distance at all. */
    boolean comparable(Bars that) {
        return infinite.length == that.infinite.length;
    }

    /** The absolute differences of the births of infinite bars, matched in order. */
    DoubleStream infiniteShifts(Bars that) {
        return IntStream.range(0, infinite.length).mapToDouble(k -> Math.abs(infinite[k] - that.infinite[k]));
    }
}
