package org.crease.runlog.figure;

import java.awt.Graphics2D;
import java.util.List;

/**
 * One plot: marks in a frame of two axes, with a title and a legend on the right. Colours of marks stay apart for colour-blind
 * eyes, and their points differ in form too. On a logarithmic axis, points of zero and below sit on the axis, hollow.
 *
 * @param title what is seen; may be empty
 * @param subtitle how it was made, in smaller letters; may be empty
 * @param x the axis below
 * @param y the axis on the left
 * @param marks drawn in this order
 * @param legend what stands above the legend, such as what tells the series apart; may be empty
 * @param width of the sheet, in pixels
 * @param height of the sheet, in pixels
 */
public record Chart(
        String title, String subtitle, Axis x, Axis y, List<Mark> marks, String legend, int width, int height)
        implements Drawing {
    private static final int USUAL_WIDTH = 720;
    private static final int USUAL_HEIGHT = 450;
    private static final int SMALLEST = 160;

    public Chart {
        marks = List.copyOf(marks);
        if (width < SMALLEST || height < SMALLEST) {
            throw new IllegalArgumentException(
                    "a chart needs at least " + SMALLEST + " pixels a side, not " + width + " times " + height);
        }
    }

    /** A chart of the usual size, without a subtitle. */
    public static Chart of(String title, Axis x, Axis y, List<Mark> marks, String legend) {
        return new Chart(title, "", x, y, marks, legend, USUAL_WIDTH, USUAL_HEIGHT);
    }

    /** The same with a subtitle. */
    public Chart subtitled(String words) {
        return new Chart(title, words, x, y, marks, legend, width, height);
    }

    /** The same on a sheet of another size. */
    public Chart sized(int newWidth, int newHeight) {
        return new Chart(title, subtitle, x, y, marks, legend, newWidth, newHeight);
    }

    @Override
    public void draw(Graphics2D graphics) {
        new ChartPainter(this, graphics).paint();
    }
}
