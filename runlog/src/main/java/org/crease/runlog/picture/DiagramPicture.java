package org.crease.runlog.picture;

import java.util.ArrayList;
import java.util.List;
import org.crease.probes.Array;

/**
 * A persistence diagram: birth to the right, death upwards, the diagonal, a colour and a shape for each dimension, and
 * classes that never die on a line at the top. The legend gives each dimension's number of classes.
 */
public final class DiagramPicture {
    private static final int SIZE = 420;
    private static final double MARGIN = 0.08;
    private static final double RADIUS = 4.5;

    private DiagramPicture() {}

    /**
     * Draws a diagram.
     *
     * @param dimensions for dimension 0, 1, ... a {@code double[]} array of shape (pairs, 2): birth and death
     */
    public static Picture draw(List<Array> dimensions) {
        dimensions.forEach(DiagramPicture::check);
        double greatest = greatest(dimensions);
        double top = greatest * (1 + MARGIN);
        Canvas canvas = new Canvas(SIZE);
        Canvas.Range range = new Canvas.Range(Math.min(0, least(dimensions)), top);
        canvas.axes(range, range);
        canvas.line(range.low(), range.low(), top, top, Palette.INK);
        boolean infinite = false;
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            double[] pairs = dimensions.get(dimension).doubles();
            for (int i = 0; i < pairs.length; i += 2) {
                boolean forever = pairs[i + 1] == Double.POSITIVE_INFINITY;
                canvas.point(pairs[i], forever ? line(range) : pairs[i + 1], dimension, RADIUS);
                infinite |= forever;
            }
            canvas.legend(dimension, dimension, "H" + dimension, pairs.length / 2);
        }
        if (infinite) {
            canvas.line(range.low(), line(range), top, line(range), Palette.FAINT);
            canvas.infinity(line(range));
        }
        return canvas.finish();
    }

    private static double line(Canvas.Range range) {
        return range.high() - 0.035 * (range.high() - range.low());
    }

    private static void check(Array pairs) {
        if (!(pairs.data() instanceof double[]) || pairs.shape().length != 2 || pairs.shape()[1] != 2) {
            throw new IllegalArgumentException("diagram is " + pairs + ", double of shape (pairs, 2) is expected");
        }
    }

    private static double greatest(List<Array> dimensions) {
        double greatest = finite(dimensions).stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return greatest > 0 ? greatest : 1;
    }

    private static double least(List<Array> dimensions) {
        return finite(dimensions).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
    }

    private static List<Double> finite(List<Array> dimensions) {
        List<Double> values = new ArrayList<>();
        for (Array pairs : dimensions) {
            for (double value : pairs.doubles()) {
                if (Double.isFinite(value)) {
                    values.add(value);
                }
            }
        }
        return values;
    }
}
