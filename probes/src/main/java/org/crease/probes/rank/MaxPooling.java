package org.crease.probes.rank;

import org.crease.probes.snapshot.LayerMap.Window;

/** Max pooling at one point is the selection of one unit a window: the first of the largest in row-major order. */
record MaxPooling(int[] image, Window window) {

    /** For each output unit the input unit that it takes its value from. */
    int[] winners(double[] values) {
        int positions = window.output()[0] * window.output()[1];
        int pixels = image[1] * image[2];
        int[] winners = new int[image[0] * positions];
        for (int position = 0; position < positions; position++) {
            int[] under = window.under(position, image[1], image[2]);
            for (int channel = 0; channel < image[0]; channel++) {
                winners[channel * positions + position] = winner(values, channel * pixels, under);
            }
        }
        return winners;
    }

    private static int winner(double[] values, int base, int[] under) {
        int best = -1;
        for (int pixel : under) {
            if (pixel >= 0 && (best < 0 || values[base + pixel] > values[best])) {
                best = base + pixel;
            }
        }
        return best;
    }
}
