package org.crease.trainer.data;

import org.crease.trainer.data.source.Features;
import org.crease.trainer.data.source.Table;

/** Moments of images' intensity, over all channels: continuous functions of the pixels, save the centre at black images. */
final class ImageMoments {

    private ImageMoments() {}

    /** The mean of each image's numbers. */
    static Table means(Features images) {
        double[] means = new double[images.size()];
        double[] pixels = new double[images.width()];
        for (int i = 0; i < means.length; i++) {
            images.copy(i, pixels);
            for (double pixel : pixels) {
                means[i] += pixel;
            }
            means[i] /= pixels.length;
        }
        return new Table(means, 1);
    }

    /**
     * The centre of mass of each image as (row, column), from -1 at the first row or column to 1 at the last; (0, 0) when the
     * image has no mass.
     *
     * @param shape of an image: (channels, height, width)
     */
    static Table centres(Features images, long[] shape) {
        int height = (int) shape[1];
        int width = (int) shape[2];
        double[] centres = new double[2 * images.size()];
        double[] pixels = new double[images.width()];
        for (int i = 0; i < images.size(); i++) {
            images.copy(i, pixels);
            double mass = 0;
            for (int p = 0; p < pixels.length; p++) {
                mass += pixels[p];
                centres[2 * i] += pixels[p] * position(p / width % height, height);
                centres[2 * i + 1] += pixels[p] * position(p % width, width);
            }
            centres[2 * i] = mass == 0 ? 0 : centres[2 * i] / mass;
            centres[2 * i + 1] = mass == 0 ? 0 : centres[2 * i + 1] / mass;
        }
        return new Table(centres, 2);
    }

    private static double position(int index, int count) {
        return count == 1 ? 0 : 2.0 * index / (count - 1) - 1;
    }
}
