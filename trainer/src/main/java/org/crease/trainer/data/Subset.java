package org.crease.trainer.data;

import org.crease.trainer.data.source.Features;
import org.crease.trainer.data.source.Samples;

/**
 * Some of the samples of a source.
 *
 * @param samples all of them
 * @param rows which, in ascending order; never changed
 */
record Subset(Samples samples, int[] rows) implements Features {

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public int width() {
        return samples.inputs().width();
    }

    @Override
    public void copy(int row, double[] into) {
        samples.inputs().copy(rows[row], into);
    }

    /** The class of each sample, -1 where there are none. */
    int[] labels() {
        int[] classes = samples.classes();
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = classes == null ? -1 : classes[rows[i]];
        }
        return labels;
    }
}
