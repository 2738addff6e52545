package org.crease.inspector.runs;

import java.util.Map;

/**
 * A scalar over steps and layers.
 *
 * @param steps of the columns
 * @param rows values by layer, in the order of the steps; NaN where there is none
 * @param recorded how many steps there are in all
 */
public record Grid(long[] steps, Map<String, double[]> rows, int recorded) {}
