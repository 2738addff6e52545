package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Max pooling: each unit takes its value from the first of the largest under its window, the winner. A piece is where the
 * winners are these: one half-space for each window and each other unit under it. Values that differ by rounding are equal.
 */
final class PooledPart implements PreActivation {
    private static final double ROUNDING = 1e-12;

    private final int[][] windows;

    /** @param windows by unit, the input units under its window, one at least, in row-major order */
    PooledPart(int[]... windows) {
        this.windows = windows;
    }

    @Override
    public double[][] values(List<double[][]> sources) {
        return Arrays.stream(sources.get(0))
                .map(source -> piece(source).stream()
                        .mapToDouble(winner -> source[winner])
                        .toArray())
                .toArray(double[][]::new);
    }

    @Override
    public List<Integer> piece(double[] source) {
        List<Integer> winners = new ArrayList<>(windows.length);
        for (int[] window : windows) {
            int winner = window[0];
            for (int unit : window) {
                double rounding = ROUNDING * (Math.abs(source[unit]) + Math.abs(source[winner]));
                winner = source[unit] - source[winner] > rounding ? unit : winner;
            }
            winners.add(winner);
        }
        return winners;
    }

    @Override
    public AffineMap after(List<AffineMap> sources, List<Integer> piece) {
        return sources.get(0).rows(piece);
    }

    @Override
    public HalfSpaces where(List<AffineMap> sources, List<Integer> piece) {
        AffineMap source = sources.get(0);
        RoundedSum leads = new RoundedSum(constraints(), source.inputs());
        double[] lengths = source.lengths();
        int row = 0;
        for (int unit = 0; unit < windows.length; unit++) {
            int winner = piece.get(unit);
            for (int other : windows[unit]) {
                if (other != winner) {
                    leads.add(row, 1, source, winner, lengths[winner]);
                    leads.add(row++, -1, source, other, lengths[other]);
                }
            }
        }
        BitSet all = new BitSet();
        all.set(0, row);
        return HalfSpaces.of(leads.sum(), all);
    }

    @Override
    public double work() {
        return constraints();
    }

    @Override
    public int constraints() {
        return Arrays.stream(windows).mapToInt(window -> window.length - 1).sum();
    }
}
