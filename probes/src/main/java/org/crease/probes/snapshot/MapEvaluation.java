package org.crease.probes.snapshot;

import java.util.Arrays;
import java.util.List;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Pooling2DConfig;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Values of {@link LayerMap}s: what enters a layer's activation function, its pre-activations.
 *
 * <p>Windows are laid on an image that has first been padded or cut to just what the output needs, so that paddings that
 * differ by side need no case of their own.
 */
public final class MapEvaluation {
    private MapEvaluation() {}

    /**
     * The value of a map.
     *
     * @param inputs what it takes, each of shape (n, features) or (n, channels, height, width); one, but for an addition
     * @return a new array, or an input itself where nothing changes
     * @throws IllegalArgumentException when their number is not the one that the map takes, or the map is opaque
     */
    public static INDArray apply(LayerMap map, List<INDArray> inputs) {
        if (map instanceof LayerMap.Opaque opaque) {
            throw new IllegalArgumentException(
                    "there is no description of a layer of kind " + opaque.kind() + " to compute its values from");
        } else if (inputs.isEmpty() || (inputs.size() > 1 && !(map instanceof LayerMap.Addition))) {
            throw new IllegalArgumentException(
                    map.getClass().getSimpleName() + " has " + inputs.size() + " inputs; it takes one");
        }
        INDArray x = inputs.get(0);
        if (map instanceof LayerMap.Dense dense) {
            return dense(dense, x);
        } else if (map instanceof LayerMap.Convolution convolution) {
            return convolution(convolution, x);
        } else if (map instanceof LayerMap.MaxPooling pooling) {
            return Nd4j.cnn()
                    .maxPooling2d(fitted(x, pooling.window(), Double.NEGATIVE_INFINITY), pooling(pooling.window()));
        } else if (map instanceof LayerMap.AveragePooling pooling) {
            return averagePooling(pooling.window(), x);
        } else if (map instanceof LayerMap.Scaling scaling) {
            return x.mul(channels(scaling.scale(), x)).addi(channels(scaling.shift(), x));
        } else if (map instanceof LayerMap.Addition) {
            return sum(inputs);
        } else if (map instanceof LayerMap.Flatten) {
            return flat(x);
        }
        return x;
    }

    private static INDArray dense(LayerMap.Dense dense, INDArray x) {
        INDArray value = flat(x).mmul(dense.weights());
        INDArray bias = dense.bias();
        return bias == null ? value : value.addiRowVector(bias.reshape(1, bias.length()));
    }

    private static INDArray flat(INDArray x) {
        return x.rank() == 2 ? x : x.dup('c').reshape('c', x.size(0), x.length() / Math.max(1, x.size(0)));
    }

    private static INDArray sum(List<INDArray> inputs) {
        INDArray sum = inputs.get(0).dup('c');
        for (INDArray input : inputs.subList(1, inputs.size())) {
            sum.addi(input);
        }
        return sum;
    }

    private static INDArray convolution(LayerMap.Convolution convolution, INDArray x) {
        LayerMap.Window window = convolution.window();
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(window.kernel()[0])
                .kW(window.kernel()[1])
                .sH(window.stride()[0])
                .sW(window.stride()[1])
                .dataFormat(Conv2DConfig.NCHW)
                .weightsFormat(WeightsFormat.OIYX)
                .build();
        INDArray value = Nd4j.cnn().conv2d(fitted(x, window, 0), convolution.weights(), config);
        INDArray bias = convolution.bias();
        return bias == null ? value : value.addi(channels(bias, value));
    }

    /** The mean over the positions inside the image: mean with zeros around it over the mean of ones with zeros around. */
    private static INDArray averagePooling(LayerMap.Window window, INDArray x) {
        INDArray ones = Nd4j.ones(x.dataType(), 1, 1, x.size(2), x.size(3));
        INDArray share = Nd4j.cnn().avgPooling2d(fitted(ones, window, 0), pooling(window));
        INDArray mean = Nd4j.cnn().avgPooling2d(fitted(x, window, 0), pooling(window));
        return mean.div(share.broadcast(mean.shape()));
    }

    private static Pooling2DConfig pooling(LayerMap.Window window) {
        return Pooling2DConfig.builder()
                .kH(window.kernel()[0])
                .kW(window.kernel()[1])
                .sH(window.stride()[0])
                .sW(window.stride()[1])
                .isNHWC(false)
                .build();
    }

    /** A figure for each channel (or feature), repeated to the shape of x. */
    private static INDArray channels(INDArray figures, INDArray x) {
        long[] shape = new long[x.rank()];
        Arrays.fill(shape, 1);
        shape[1] = figures.length();
        return figures.dup('c').reshape('c', shape).broadcast(x.shape());
    }

    /** The image with margins of this value, or cut, so that windows fit it exactly. */
    private static INDArray fitted(INDArray x, LayerMap.Window window, double margin) {
        long[] shape = x.shape().clone();
        INDArrayIndex[] from = {NDArrayIndex.all(), NDArrayIndex.all(), null, null};
        INDArrayIndex[] to = from.clone();
        boolean same = true;
        for (int axis = 0; axis < 2; axis++) {
            long extent = x.size(2 + axis);
            int before = window.padding()[axis];
            long needed = (long) (window.output()[axis] - 1) * window.stride()[axis] + window.kernel()[axis];
            long kept = Math.min(extent, needed - before);
            same &= before == 0 && needed == extent;
            shape[2 + axis] = needed;
            from[2 + axis] = NDArrayIndex.interval(0, kept);
            to[2 + axis] = NDArrayIndex.interval(before, before + kept);
        }
        if (same) {
            return x;
        }
        INDArray fitted = Nd4j.valueArrayOf(shape, margin, x.dataType());
        fitted.put(to, x.get(from));
        return fitted;
    }
}
