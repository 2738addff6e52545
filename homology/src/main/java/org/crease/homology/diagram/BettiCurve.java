package org.crease.homology.diagram;

/**
 * Betti numbers on a grid of scales.
 *
 * @param grid the scales
 * @param values the Betti number at each
 */
public record BettiCurve(double[] grid, int[] values) {

    /** The curve of a diagram. Past a threshold at which the filtration was cut, it counts what lived at the cut. */
    public static BettiCurve of(PersistenceDiagram diagram, double... grid) {
        int[] values = new int[grid.length];
        for (int k = 0; k < grid.length; k++) {
            values[k] = diagram.bettiNumber(grid[k]);
        }
        return new BettiCurve(grid.clone(), values);
    }

    /**
     * Equally spaced scales from 0 to {@code last}, both included.
     *
     * @param points at least 2
     */
    public static double[] grid(double last, int points) {
        if (points < 2) {
            throw new IllegalArgumentException("grid of " + points + " scales; at least 2 are needed");
        }
        double[] grid = new double[points];
        for (int k = 0; k < points; k++) {
            grid[k] = last * k / (points - 1);
        }
        return grid;
    }
}
