package org.crease.probes.snapshot;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The part of a layer before its activation function. All but max pooling are affine. */
public sealed interface LayerMap {

    /**
     * x ↦ x W + b. Images are flattened before it, in row-major order of (channels, height, width).
     *
     * @param weights shape (inputs, outputs)
     * @param bias shape (outputs), or null for none
     */
    record Dense(INDArray weights, @Nullable INDArray bias) implements LayerMap {}

    /**
     * Cross-correlation over channels first images.
     *
     * @param weights shape (outputs, inputs, kernel height, kernel width)
     * @param bias shape (outputs), or null for none
     */
    record Convolution(INDArray weights, @Nullable INDArray bias, Window window) implements LayerMap {}

    /** The largest value in each window; on ties the first in row-major order. */
    record MaxPooling(Window window) implements LayerMap {}

    /** The mean over each window, of the positions inside the image. */
    record AveragePooling(Window window) implements LayerMap {}

    /**
     * Batch normalisation at inference, an affine map of each channel (or feature): x ↦ scale · x + shift.
     *
     * @param scale shape (channels)
     * @param shift shape (channels)
     */
    record Scaling(INDArray scale, INDArray shift) implements LayerMap {}

    /** The sum of all inputs, as in a residual block. */
    record Addition() implements LayerMap {}

    /** The input itself, with all dimensions but the first in one: (n, features). */
    record Flatten() implements LayerMap {}

    /** The input itself, for example of dropout at inference. */
    record Identity() implements LayerMap {}

    /**
     * A layer that probes have no description of, its activation function included: only its activations can be looked at.
     *
     * @param kind what the layer is called where it was made
     */
    record Opaque(String kind) implements LayerMap {}

    /**
     * Where a kernel is laid on an image.
     *
     * @param kernel height, width
     * @param stride down, right
     * @param padding zeros (for pooling: nothing) added above and left; below and right follow from the output's size
     * @param output height, width of the result
     */
    record Window(int[] kernel, int[] stride, int[] padding, int[] output) {

        /**
         * For each place of the kernel, in row-major order, the pixel under it, or -1 outside the image.
         *
         * @param position output position, in row-major order
         */
        public int[] under(int position, int height, int width) {
            int top = position / output[1] * stride[0] - padding[0];
            int left = position % output[1] * stride[1] - padding[1];
            int[] pixels = new int[kernel[0] * kernel[1]];
            for (int i = 0; i < pixels.length; i++) {
                int y = top + i / kernel[1];
                int x = left + i % kernel[1];
                boolean inside = y >= 0 && y < height && x >= 0 && x < width;
                pixels[i] = inside ? y * width + x : -1;
            }
            return pixels;
        }

        /**
         * For each output unit of a pooling the input units under its window, inside the image, in row-major order.
         *
         * @param image channels, height, width of the input
         */
        public int[][] pooled(int... image) {
            int positions = output[0] * output[1];
            int[][] units = new int[image[0] * positions][];
            for (int unit = 0; unit < units.length; unit++) {
                int base = unit / positions * image[1] * image[2];
                units[unit] = Arrays.stream(under(unit % positions, image[1], image[2]))
                        .filter(pixel -> pixel >= 0)
                        .map(pixel -> base + pixel)
                        .toArray();
            }
            return units;
        }
    }
}
