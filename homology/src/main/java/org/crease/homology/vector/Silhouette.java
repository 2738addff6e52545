package org.crease.homology.vector;

import org.crease.homology.diagram.PersistenceDiagram;

/**
 * The power-weighted silhouette on a grid of scales: the mean of the tents max(0, min(t − birth, death − t)) over all bars, each
 * weighing its length to a power. Large powers listen to long bars.
 *
 * <p>F. Chazal, B. Fasy, F. Lecci, A. Rinaldo, L. Wasserman, <i>Stochastic convergence of persistence landscapes and
 * silhouettes</i>, SoCG 2014.
 *
 * @param grid the scales
 * @param values in the unit of the scale; zero everywhere for a diagram without bars
 */
public record Silhouette(double[] grid, double[] values) {

    /**
     * The silhouette of a diagram of finite bars.
     *
     * @param power of the length, at least 0
     * @throws IllegalArgumentException when a bar is infinite
     */
    public static Silhouette of(PersistenceDiagram diagram, double power, double... grid) {
        if (!(power >= 0) || Double.isInfinite(power)) {
            throw new IllegalArgumentException("power is " + power + "; it must be finite and not negative");
        }
        Tents.requireFinite(diagram, "silhouette");
        double[] values = new double[grid.length];
        double longest = diagram.lifespans().longest();
        double total = 0;
        for (int bar = 0; bar < diagram.size(); bar++) {
            double weight = Math.pow((diagram.death(bar) - diagram.birth(bar)) / longest, power);
            total += weight;
            for (int k = 0; k < grid.length; k++) {
                values[k] += weight * Tents.height(diagram, bar, grid[k]);
            }
        }
        for (int k = 0; k < grid.length && total > 0; k++) {
            values[k] /= total;
        }
        return new Silhouette(grid.clone(), values);
    }
}
