package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crease.probes.Cancellation;
import org.crease.probes.snapshot.LayerMap.Window;

/**
 * Cross-correlation, one matrix product an output position: the kernel's rows of the wanted channels times the live rows
 * under the window. Faster than unfolding whole tangent images where ReLU has killed many units, and needs no memory for it.
 */
final class ConvolutionMap implements LinearMap {
    private final double[] weights;
    private final int channels;
    private final int[] image;
    private final Window window;

    /**
     * A convolution.
     *
     * @param weights shape (outputs, inputs, kernel height, kernel width), row-major
     * @param outputs number of output channels
     * @param image channels, height, width of the input
     */
    ConvolutionMap(double[] weights, int outputs, int[] image, Window window) {
        this.weights = weights;
        this.channels = outputs;
        this.image = image.clone();
        this.window = window;
    }

    @Override
    public Jacobian apply(List<Jacobian> sources, int[] wanted) throws InterruptedException {
        Jacobian source = sources.get(0);
        int positions = window.output()[0] * window.output()[1];
        List<List<Integer>> byPosition = byPosition(wanted, positions);
        int kernel = weights.length / channels;
        int[] rowOfUnit = source.rowOfUnit();
        int[] live = new int[wanted.length];
        Matrix product = new Matrix(wanted.length, source.columns());
        int done = 0;
        try (Matrix patch = new Matrix(kernel, source.columns())) {
            for (int position = 0; position < positions; position++) {
                Cancellation.check();
                List<Integer> outputs = byPosition.get(position);
                int[] taps = gather(position, rowOfUnit, source.rows(), patch);
                multiply(outputs, taps, patch, product, done);
                for (int channel : outputs) {
                    live[done++] = channel * positions + position;
                }
            }
        } catch (InterruptedException e) {
            product.close();
            throw e;
        }
        return new Jacobian(channels * positions, live, product);
    }

    private static List<List<Integer>> byPosition(int[] wanted, int positions) {
        List<List<Integer>> channels = new ArrayList<>();
        for (int position = 0; position < positions; position++) {
            channels.add(new ArrayList<>());
        }
        for (int unit : wanted) {
            channels.get(unit % positions).add(unit / positions);
        }
        return channels;
    }

    /** Copies the live rows under the window to the top of {@code patch}; returns their places in the kernel. */
    private int[] gather(int position, int[] rowOfUnit, Matrix rows, Matrix patch) {
        int[] under = window.under(position, image[1], image[2]);
        int area = under.length;
        int[] taps = new int[image[0] * area];
        int count = 0;
        for (int channel = 0; channel < image[0]; channel++) {
            for (int tap = 0; tap < area; tap++) {
                int row = under[tap] < 0 ? -1 : rowOfUnit[channel * image[1] * image[2] + under[tap]];
                if (row >= 0) {
                    patch.copyRow(count, rows, row);
                    taps[count++] = channel * area + tap;
                }
            }
        }
        return Arrays.copyOf(taps, count);
    }

    private void multiply(List<Integer> outputs, int[] taps, Matrix patch, Matrix product, int row) {
        if (outputs.isEmpty() || taps.length == 0) {
            return;
        }
        int kernel = weights.length / channels;
        double[] numbers = new double[taps.length];
        try (Matrix left = new Matrix(outputs.size(), taps.length)) {
            for (int i = 0; i < outputs.size(); i++) {
                for (int j = 0; j < taps.length; j++) {
                    numbers[j] = weights[outputs.get(i) * kernel + taps[j]];
                }
                left.setRow(i, numbers, taps.length);
            }
            product.setProduct(row, left, outputs.size(), patch);
        }
    }
}
