package org.crease.probes.cloud;

import org.crease.probes.cloud.CloudSettings.Images;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The coordinates that a layer's values give a point. */
final class Features {
    private Features() {}

    /** Number of coordinates. */
    static int dimension(INDArray values, Images images) {
        return Math.toIntExact(
                isImage(values) && images != Images.FLATTEN
                        ? values.size(1)
                        : values.length() / Math.max(1, values.size(0)));
    }

    /** The coordinates of some rows, row-major. */
    static float[] of(INDArray values, Images images, int[] rows) throws InterruptedException {
        int dimension = dimension(values, images);
        float[] features = new float[Math.multiplyExact(rows.length, dimension)];
        for (int k = 0; k < rows.length; k++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted at input " + k + " of " + rows.length);
            }
            float[] row = values.slice(rows[k]).dup('c').data().asFloat();
            System.arraycopy(
                    isImage(values) ? reduced(row, images, dimension) : row, 0, features, k * dimension, dimension);
        }
        return features;
    }

    private static boolean isImage(INDArray values) {
        return values.rank() == 4;
    }

    private static float[] reduced(float[] image, Images images, int channels) {
        return switch (images) {
            case FLATTEN -> image;
            case CHANNEL_MEANS -> channelMeans(image, channels);
            case STRONGEST_POSITION -> strongestPosition(image, channels);
        };
    }

    private static float[] channelMeans(float[] image, int channels) {
        int positions = image.length / channels;
        float[] means = new float[channels];
        for (int c = 0; c < channels; c++) {
            double sum = 0;
            for (int p = 0; p < positions; p++) {
                sum += image[c * positions + p];
            }
            means[c] = (float) (sum / positions);
        }
        return means;
    }

    private static float[] strongestPosition(float[] image, int channels) {
        int positions = image.length / channels;
        int strongest = 0;
        double most = -1;
        for (int p = 0; p < positions; p++) {
            double square = 0;
            for (int c = 0; c < channels; c++) {
                square += (double) image[c * positions + p] * image[c * positions + p];
            }
            if (square > most) {
                most = square;
                strongest = p;
            }
        }
        float[] vector = new float[channels];
        for (int c = 0; c < channels; c++) {
            vector[c] = image[c * positions + strongest];
        }
        return vector;
    }
}
