package org.crease.runlog.figure;

import java.awt.Color;

/** Colours of ranks from the lowest to the highest: from a deep blue, where all is lost, to a pale one, where nothing is. */
final class RankColors {
    private static final int[][] STOPS = {
        {0x14, 0x2B, 0x4D}, {0x2C, 0x5A, 0x8C}, {0x5E, 0x93, 0xBF}, {0xA3, 0xC7, 0xDE}, {0xEA, 0xF1, 0xF7}
    };

    private final int lowest;
    private final int highest;

    /**
     * A scale.
     *
     * @param lowest the rank that gets the deepest colour
     * @param highest the rank that gets the palest colour
     */
    RankColors(int lowest, int highest) {
        this.lowest = lowest;
        this.highest = Math.max(lowest + 1, highest);
    }

    Color of(int rank) {
        double place = Math.min(1, Math.max(0, (double) (rank - lowest) / (highest - lowest))) * (STOPS.length - 1);
        int below = Math.min((int) place, STOPS.length - 2);
        double share = place - below;
        int[] mixed = new int[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = (int) Math.round(STOPS[below][i] + share * (STOPS[below + 1][i] - STOPS[below][i]));
        }
        return new Color(mixed[0], mixed[1], mixed[2]);
    }
}
