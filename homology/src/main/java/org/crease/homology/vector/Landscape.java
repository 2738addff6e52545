package org.crease.homology.vector;

import java.util.Arrays;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * The persistence landscape on a grid of scales: layer k at scale t is the k-th largest, over all bars, of
 * max(0, min(t − birth, death − t)). An infinite bar rises for ever. Bars · log(bars) steps a scale.
 *
 * <p>P. Bubenik, <i>Statistical topological data analysis using persistence landscapes</i>, JMLR 16, 2015.
 *
 * @param grid the scales
 * @param layers of shape (layers, scales), in the unit of the scale; layer 0 the highest
 */
public record Landscape(double[] grid, double[][] layers) {

    /**
     * The first layers of a diagram.
     *
     * @param layers how many, at least 1; those past the number of bars are zero
     */
    public static Landscape of(PersistenceDiagram diagram, int layers, double... grid) {
        if (layers < 1) {
            throw new IllegalArgumentException("landscape of " + layers + " layers; at least 1 is needed");
        }
        double[][] values = new double[layers][grid.length];
        double[] heights = new double[diagram.size()];
        for (int k = 0; k < grid.length; k++) {
            for (int bar = 0; bar < heights.length; bar++) {
                heights[bar] = Tents.height(diagram, bar, grid[k]);
            }
            Arrays.sort(heights);
            for (int layer = 0; layer < Math.min(layers, heights.length); layer++) {
                values[layer][k] = heights[heights.length - 1 - layer];
            }
        }
        return new Landscape(grid.clone(), values);
    }
}
