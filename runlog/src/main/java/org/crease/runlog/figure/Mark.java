package org.crease.runlog.figure;

import java.util.Arrays;

/** What a {@link Chart} shows. NaN in x or y is a gap. Arrays are not copied and never changed. */
public sealed interface Mark {

    /** What it is called in the legend; empty for no entry. */
    String name();

    /** How far a series spreads around its line. */
    enum Spread {
        /** An upright bar at each point. */
        BARS,
        /** A pale band along the line. */
        BAND
    }

    /**
     * Points joined by a line.
     *
     * @param y shape (n) as {@code x}
     * @param low shape (n), lower ends of the spread; empty where there is none
     * @param high shape (n), upper ends of the spread; empty where there is none
     */
    record Series(String name, double[] x, double[] y, double[] low, double[] high, Spread spread) implements Mark {
        public Series {
            equal(name, x, y);
            if (low.length > 0 || high.length > 0) {
                equal(name, x, low);
                equal(name, x, high);
            }
        }

        /** Without a spread. */
        public static Series line(String name, double[] x, double[] y) {
            return new Series(name, x, y, new double[0], new double[0], Spread.BARS);
        }

        boolean hasSpread() {
            return low.length > 0;
        }
    }

    /**
     * What theory says: a dashed line without points.
     *
     * @param of name of the series whose colour it takes; empty for ink
     */
    record Theory(String name, double[] x, double[] y, String of) implements Mark {
        public Theory {
            equal(name, x, y);
        }
    }

    /**
     * A range of x, shaded from top to bottom.
     *
     * @param from lower end
     * @param to upper end
     */
    record Shade(String name, double from, double to) implements Mark {}

    /**
     * A histogram, or a distribution in steps.
     *
     * @param edges shape (bins + 1), ascending
     * @param heights shape (bins)
     */
    record Histogram(String name, double[] edges, double[] heights) implements Mark {
        public Histogram {
            if (edges.length != heights.length + 1) {
                throw new IllegalArgumentException(
                        name + ": " + heights.length + " bins need one more edge, not " + edges.length);
            }
        }
    }

    /**
     * Boxes of quantiles: from the second to the fourth, a line at the third, whiskers to the first and the last.
     *
     * @param x shape (n), their centres
     * @param quantiles shape (n, 5), ascending
     */
    record Boxes(String name, double[] x, double[][] quantiles) implements Mark {
        public Boxes {
            if (quantiles.length != x.length || Arrays.stream(quantiles).anyMatch(five -> five.length != 5)) {
                throw new IllegalArgumentException(name + ": a box needs its x and five quantiles");
            }
        }
    }

    private static void equal(String name, double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    name + ": " + a.length + " numbers for x, but " + b.length + " beside them");
        }
    }
}
