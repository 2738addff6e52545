package org.crease.homology.vector;

import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * The alternating sum of Betti numbers, β0 − β1 + β2 − ..., on a grid of scales. It is the Euler characteristic of the filtration
 * where the diagrams of all dimensions were computed; where they stop at dimension k, what comes after is missing from it.
 *
 * <p>H. Edelsbrunner, J. Harer, <i>Computational Topology</i>, AMS 2010, section IV.2.
 *
 * @param grid the scales
 * @param values the sum at each
 */
public record EulerCurve(double[] grid, int[] values) {

    /** The curve of the diagrams that there are. */
    public static EulerCurve of(Diagrams diagrams, double... grid) {
        int[] values = new int[grid.length];
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            int sign = diagram.dimension() % 2 == 0 ? 1 : -1;
            for (int k = 0; k < grid.length; k++) {
                values[k] += sign * diagram.bettiNumber(grid[k]);
            }
        }
        return new EulerCurve(grid.clone(), values);
    }
}
