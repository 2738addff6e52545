package org.crease.runlog.figure;

import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;

/**
 * A window cut into regions, each filled in the colour of its rank, with points on top. Low ranks are dark: lightness alone
 * tells them apart, also for colour-blind eyes and in grey.
 *
 * @param title what is seen; may be empty
 * @param subtitle how it was made, in smaller letters; may be empty
 * @param x title of the first axis
 * @param y title of the second axis
 * @param regions what is filled
 * @param points what lies on top, one series a class
 */
public record PartitionMap(String title, String subtitle, String x, String y, Regions regions, List<Points> points)
        implements Drawing {
    private static final int WIDTH = 720;
    private static final double WIDEST = 2;

    /**
     * Polygons that fill a window.
     *
     * @param window left, right, bottom, top
     * @param vertices corners of the polygons, one polygon after the other, shape (corners · 2)
     * @param offsets where each polygon begins, in corners, and the number of corners at the end; shape (polygons + 1)
     * @param ranks by polygon
     */
    public record Regions(double[] window, double[] vertices, int[] offsets, int[] ranks) {
        /** @throws IllegalArgumentException when the arrays do not fit each other */
        public Regions {
            boolean fit = window.length == 4
                    && offsets.length == ranks.length + 1
                    && offsets[0] == 0
                    && 2L * offsets[ranks.length] == vertices.length;
            for (int i = 0; fit && i < ranks.length; i++) {
                fit = offsets[i] <= offsets[i + 1];
            }
            if (!fit) {
                throw new IllegalArgumentException("a window of " + window.length + " numbers, " + vertices.length
                        + " coordinates, " + offsets.length + " offsets and " + ranks.length
                        + " ranks do not make a partition");
            }
        }

        int size() {
            return ranks.length;
        }

        int[] distinct() {
            return Arrays.stream(ranks).distinct().sorted().toArray();
        }

        /** The share of the window that regions of a rank fill. */
        double share(int rank) {
            double area = 0;
            for (int i = 0; i < ranks.length; i++) {
                area += ranks[i] == rank ? area(i) : 0;
            }
            return area / ((window[1] - window[0]) * (window[3] - window[2]));
        }

        private double area(int polygon) {
            double twice = 0;
            int begin = offsets[polygon];
            for (int k = begin + 1; k + 1 < offsets[polygon + 1]; k++) {
                twice += cross(begin, k, k + 1);
            }
            return twice / 2;
        }

        private double cross(int a, int b, int c) {
            double abx = vertices[2 * b] - vertices[2 * a];
            double aby = vertices[2 * b + 1] - vertices[2 * a + 1];
            double acx = vertices[2 * c] - vertices[2 * a];
            double acy = vertices[2 * c + 1] - vertices[2 * a + 1];
            return abx * acy - acx * aby;
        }
    }

    /**
     * Points of one kind.
     *
     * @param name in the legend; empty for no entry
     * @param x first coordinates
     * @param y second coordinates, as many
     */
    public record Points(String name, double[] x, double[] y) {
        /** @throws IllegalArgumentException when their numbers differ */
        public Points {
            if (x.length != y.length) {
                throw new IllegalArgumentException(
                        name + ": " + x.length + " first and " + y.length + " second coordinates");
            }
        }
    }

    public PartitionMap {
        points = List.copyOf(points);
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return new PartitionPainter(this).height();
    }

    @Override
    public void draw(Graphics2D graphics) {
        new PartitionPainter(this).paint(graphics);
    }

    /** Height of the window over its width, as it is drawn: true to scale where that is not too long or too flat. */
    double aspect() {
        double[] window = regions.window();
        double aspect = (window[3] - window[2]) / (window[1] - window[0]);
        return aspect > WIDEST || aspect < 1 / WIDEST ? 1 : aspect;
    }
}
