package org.crease.runlog.figure;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shapes and numbers as SVG writes them. */
final class SvgPath {
    private static final int DIGITS = 3;

    private SvgPath() {}

    /** A shape as the data of a path. */
    static String data(Shape shape) {
        StringBuilder data = new StringBuilder();
        double[] at = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> append(data, 'M', at, 2);
                case PathIterator.SEG_LINETO -> append(data, 'L', at, 2);
                case PathIterator.SEG_QUADTO -> append(data, 'Q', at, 4);
                case PathIterator.SEG_CUBICTO -> append(data, 'C', at, 6);
                default -> data.append('Z');
            }
        }
        return data.toString();
    }

    static boolean evenOdd(Shape shape) {
        return shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
    }

    static String matrix(AffineTransform transform) {
        double[] m = new double[6];
        transform.getMatrix(m);
        StringBuilder text = new StringBuilder("matrix(");
        for (int i = 0; i < m.length; i++) {
            text.append(i == 0 ? "" : " ").append(number(m[i], 6));
        }
        return text.append(')').toString();
    }

    /** A number to a thousandth of a pixel. */
    static String number(double value) {
        return number(value, DIGITS);
    }

    private static String number(double value, int digits) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a drawing has the coordinate " + value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static void append(StringBuilder data, char command, double[] at, int count) {
        data.append(command);
        for (int i = 0; i < count; i++) {
            data.append(i == 0 ? "" : " ").append(number(at[i]));
        }
    }
}
