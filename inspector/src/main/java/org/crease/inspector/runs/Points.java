package org.crease.inspector.runs;

/**
 * A line, in columns of equal length.
 *
 * @param steps of the points
 * @param values of the points
 * @param recorded how many points there are in all
 */
public record Points(long[] steps, double[] values, int recorded) {

    /**
     * A line, thinned so that every peak stays when it has more points than are wanted.
     *
     * @param steps as many as values
     * @param most at least 8
     */
    public static Points of(long[] steps, double[] values, int most) {
        Series series = new Series();
        for (int i = 0; i < steps.length; i++) {
            series.add(steps[i], values[i]);
        }
        return series.points(most);
    }
}
