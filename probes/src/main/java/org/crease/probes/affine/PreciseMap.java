package org.crease.probes.affine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.crease.probes.Cancellation;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.MapEvaluation;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The affine map of one layer in double precision, for many rows at a time: one matrix product a block of them. Beside it
 * its linear part, and what bounds the terms of its sums, which tells rounding from values.
 */
public final class PreciseMap {
    private static final double FLOPS_A_BLOCK = 1e9;
    private static final int MOST_NUMBERS = 1 << 24;

    private final String layer;
    private final LayerMap map;
    private final List<int[]> shapes;
    private final int units;

    private PreciseMap(String layer, LayerMap map, List<int[]> shapes, int units) {
        this.layer = layer;
        this.map = map;
        this.shapes = shapes;
        this.units = units;
    }

    /** Rows to be mapped: written one at a time into a block. */
    public interface Rows {
        /** Writes a row of one of the sources at an offset. */
        void write(int source, int row, double[] block, int offset);
    }

    /** Takes what became of the rows. */
    public interface Sink {
        /** Called once a row; the row is at an offset of the block. */
        void read(int row, double[] block, int offset);
    }

    /**
     * The map of a layer.
     *
     * @param layer its name, for messages
     * @param map any but max pooling, which is not affine, and those without a description
     * @param shapes extents of each source: (features) or (channels, height, width)
     * @param units number of numbers in the layer's value
     */
    public static PreciseMap of(String layer, LayerMap map, List<int[]> shapes, int units) {
        if (map instanceof LayerMap.MaxPooling || map instanceof LayerMap.Opaque) {
            throw new IllegalArgumentException(
                    "layer " + layer + ": a " + map.getClass().getSimpleName() + " is no affine map");
        }
        return new PreciseMap(layer, changed(map, array -> array.dup('c').castTo(DataType.DOUBLE)), shapes, units);
    }

    /** Its linear part, without the constant. */
    public PreciseMap linear() {
        LayerMap linear = map;
        if (map instanceof LayerMap.Dense dense) {
            linear = new LayerMap.Dense(dense.weights(), null);
        } else if (map instanceof LayerMap.Convolution convolution) {
            linear = new LayerMap.Convolution(convolution.weights(), null, convolution.window());
        } else if (map instanceof LayerMap.Scaling scaling) {
            linear = new LayerMap.Scaling(scaling.scale(), Nd4j.zerosLike(scaling.shift()));
        }
        return new PreciseMap(layer, linear, shapes, units);
    }

    /** The map with the absolute values of its weights and constants: what bounds the terms of each sum. */
    public PreciseMap magnitudes() {
        return new PreciseMap(layer, changed(map, array -> Nd4j.math().abs(array.dup('c'))), shapes, units);
    }

    private static LayerMap changed(LayerMap map, UnaryOperator<INDArray> change) {
        if (map instanceof LayerMap.Dense dense) {
            return new LayerMap.Dense(change.apply(dense.weights()), changed(dense.bias(), change));
        } else if (map instanceof LayerMap.Convolution convolution) {
            return new LayerMap.Convolution(
                    change.apply(convolution.weights()), changed(convolution.bias(), change), convolution.window());
        } else if (map instanceof LayerMap.Scaling scaling) {
            return new LayerMap.Scaling(change.apply(scaling.scale()), change.apply(scaling.shift()));
        }
        return map;
    }

    private static @Nullable INDArray changed(@Nullable INDArray array, UnaryOperator<INDArray> change) {
        return array == null ? null : change.apply(array);
    }

    /**
     * Maps rows.
     *
     * @throws ProbeException where a value is not finite
     */
    public void apply(int rows, Rows from, Sink to) throws InterruptedException {
        int block = blockRows();
        for (int begin = 0; begin < rows; begin += block) {
            Cancellation.check();
            int count = Math.min(block, rows - begin);
            double[] values = values(begin, count, from);
            for (int row = 0; row < count; row++) {
                to.read(begin + row, values, row * units);
            }
        }
    }

    private double[] values(int begin, int count, Rows from) {
        List<INDArray> inputs = new ArrayList<>();
        for (int source = 0; source < shapes.size(); source++) {
            int width = width(source);
            double[] numbers = new double[count * width];
            for (int row = 0; row < count; row++) {
                from.write(source, begin + row, numbers, row * width);
            }
            inputs.add(Nd4j.createFromArray(numbers).reshape('c', extents(count, shapes.get(source))));
        }
        double[] values = MapEvaluation.apply(map, inputs).dup('c').data().asDouble();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new ProbeException("layer " + layer + ": a pre-activation is " + value
                        + "; linear regions need finite weights and values");
            }
        }
        return values;
    }

    private int width(int source) {
        return Arrays.stream(shapes.get(source)).reduce(1, Math::multiplyExact);
    }

    private static long[] extents(int count, int[] shape) {
        long[] extents = new long[shape.length + 1];
        extents[0] = count;
        for (int i = 0; i < shape.length; i++) {
            extents[i + 1] = shape[i];
        }
        return extents;
    }

    /** As many as make an interruptible piece of work. */
    private int blockRows() {
        double flopsARow = 2 * work();
        double numbersARow = Math.max(units, width(0));
        return (int) Math.max(1, Math.min(FLOPS_A_BLOCK / flopsARow, MOST_NUMBERS / numbersARow));
    }

    /** Multiplications that one row takes. */
    public double work() {
        return units * taps();
    }

    /** Terms of the sum that makes one value. */
    private double taps() {
        @Nullable
        INDArray weights = map instanceof LayerMap.Dense dense
                ? dense.weights()
                : map instanceof LayerMap.Convolution convolution ? convolution.weights() : null;
        return weights == null ? 1 : (double) weights.length() / outputs(weights);
    }

    private static long outputs(INDArray weights) {
        return weights.rank() == 2 ? weights.size(1) : weights.size(0);
    }
}
