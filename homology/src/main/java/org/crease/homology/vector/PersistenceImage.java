package org.crease.homology.vector;

import org.crease.homology.diagram.PersistenceDiagram;

/**
 * The persistence image: every bar a round Gaussian at (birth, length), weighing its length, integrated over each pixel exactly.
 * The pixels of an image that holds all of every Gaussian add up to the sum of all lengths. Bars · pixels steps.
 *
 * <p>H. Adams et al., <i>Persistence images: a stable vector representation of persistent homology</i>, JMLR 18, 2017.
 *
 * @param frame what the picture shows
 * @param pixels of shape (rows, columns): births grow with the column, lengths with the row, from row 0; in the unit of the scale
 */
public record PersistenceImage(Frame frame, double[][] pixels) {

    /**
     * A rectangle of the plane of births and lengths, cut into pixels.
     *
     * @param firstBirth left edge
     * @param lastBirth right edge, above {@code firstBirth}
     * @param longest upper edge, positive; the lower is length 0
     * @param columns pixels across, at least 1
     * @param rows pixels up, at least 1
     */
    public record Frame(double firstBirth, double lastBirth, double longest, int columns, int rows) {
        public Frame {
            if (!(lastBirth > firstBirth) || !(longest > 0) || columns < 1 || rows < 1) {
                throw new IllegalArgumentException(
                        "frame of births " + firstBirth + " to " + lastBirth + " and lengths to "
                                + longest + " in " + columns + " x " + rows
                                + " pixels; both ranges must be positive, with at least 1 pixel each");
            }
        }
    }

    /**
     * The image of a diagram of finite bars.
     *
     * @param deviation standard deviation of the Gaussians, in the unit of the scale; positive
     * @throws IllegalArgumentException when a bar is infinite
     */
    public static PersistenceImage of(PersistenceDiagram diagram, double deviation, Frame frame) {
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("deviation is " + deviation + "; it must be positive");
        }
        Tents.requireFinite(diagram, "persistence image");
        double[][] pixels = new double[frame.rows()][frame.columns()];
        for (int bar = 0; bar < diagram.size(); bar++) {
            double length = diagram.death(bar) - diagram.birth(bar);
            double[] across =
                    shares(diagram.birth(bar), deviation, frame.firstBirth(), frame.lastBirth(), frame.columns());
            double[] up = shares(length, deviation, 0, frame.longest(), frame.rows());
            for (int row = 0; row < up.length; row++) {
                for (int column = 0; column < across.length; column++) {
                    pixels[row][column] += length * up[row] * across[column];
                }
            }
        }
        return new PersistenceImage(frame, pixels);
    }

    /** How much of a normal distribution lies in each of equal intervals. */
    private static double[] shares(double mean, double deviation, double from, double to, int count) {
        double[] shares = new double[count];
        double below = NormalDistribution.below((from - mean) / deviation);
        for (int k = 0; k < count; k++) {
            double edge = from + (to - from) * (k + 1) / count;
            double next = NormalDistribution.below((edge - mean) / deviation);
            shares[k] = next - below;
            below = next;
        }
        return shares;
    }
}
