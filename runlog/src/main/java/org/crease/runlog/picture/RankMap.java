package org.crease.runlog.picture;

import java.util.TreeMap;

/** Inputs of a plane, each coloured and shaped by the rank of the network's map there. The legend counts each rank's inputs. */
public final class RankMap {
    private static final int SIZE = 420;
    private static final double MARGIN = 0.04;
    private static final int MANY = 1500;

    private RankMap() {}

    /**
     * Draws the inputs.
     *
     * @param x first coordinates
     * @param y second coordinates, as many
     * @param ranks of the map at each input, as many
     */
    public static Picture draw(double[] x, double[] y, int[] ranks) {
        if (x.length != y.length || x.length != ranks.length) {
            throw new IllegalArgumentException("rank map of " + x.length + " x, " + y.length + " y and " + ranks.length
                    + " ranks: their numbers must agree");
        }
        Canvas canvas = new Canvas(SIZE);
        canvas.axes(Canvas.Range.of(x, MARGIN), Canvas.Range.of(y, MARGIN));
        double radius = x.length > MANY ? 2 : 3.2;
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            counts.merge(ranks[i], 1, Integer::sum);
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                canvas.point(x[i], y[i], ranks[i], radius);
            }
        }
        int row = 0;
        for (Integer rank : counts.descendingKeySet()) {
            canvas.legend(row++, rank, rank.toString(), counts.getOrDefault(rank, 0));
        }
        return canvas.finish();
    }
}
