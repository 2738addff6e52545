package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crease.probes.Cancellation;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.MapEvaluation;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The map of one layer in double precision, for many rows at a time: one matrix product a block of them. */
final class AffineMap {
    private static final double FLOPS_A_BLOCK = 1e9;
    private static final int MOST_NUMBERS = 1 << 24;

    private final Chain.Link link;
    private final List<int[]> shapes;
    private final LayerMap map;

    /** @param shapes extents of each source */
    private AffineMap(Chain.Link link, List<int[]> shapes, LayerMap map) {
        this.link = link;
        this.shapes = shapes;
        this.map = map;
    }

    /** Rows to be mapped: written one at a time into a block. */
    interface Rows {
        /** Writes a row of one of the sources at an offset. */
        void write(int source, int row, double[] block, int offset);
    }

    /** Takes what became of the rows. */
    interface Sink {
        /** Called once a row; the row is at an offset of the block. */
        void read(int row, double[] block, int offset);
    }

    /** The map of a layer. */
    static AffineMap of(Chain chain, int position) {
        Chain.Link link = chain.link(position);
        List<int[]> shapes = new ArrayList<>();
        for (int source : link.sources()) {
            shapes.add(
                    source == Chain.INPUT
                            ? chain.inputShape()
                            : chain.link(source).shape());
        }
        return new AffineMap(link, shapes, prepared(link.layer().map(), true, false));
    }

    /** Its linear part, without the constant. */
    AffineMap linear() {
        return new AffineMap(link, shapes, prepared(link.layer().map(), false, false));
    }

    /** The map with the absolute values of its weights and constants: what bounds the terms of each sum. */
    AffineMap magnitudes() {
        return new AffineMap(link, shapes, prepared(link.layer().map(), true, true));
    }

    private static LayerMap prepared(LayerMap map, boolean constant, boolean absolute) {
        if (map instanceof LayerMap.Dense dense) {
            INDArray bias = constant ? dense.bias() : null;
            return new LayerMap.Dense(
                    doubles(dense.weights(), absolute), bias == null ? null : doubles(bias, absolute));
        } else if (map instanceof LayerMap.Convolution convolution) {
            INDArray bias = constant ? convolution.bias() : null;
            return new LayerMap.Convolution(
                    doubles(convolution.weights(), absolute),
                    bias == null ? null : doubles(bias, absolute),
                    convolution.window());
        } else if (map instanceof LayerMap.Scaling scaling) {
            INDArray shift = constant
                    ? scaling.shift()
                    : Nd4j.zeros(DataType.DOUBLE, scaling.shift().shape());
            return new LayerMap.Scaling(doubles(scaling.scale(), absolute), doubles(shift, absolute));
        }
        return map;
    }

    private static INDArray doubles(INDArray array, boolean absolute) {
        INDArray copy = array.dup('c').castTo(DataType.DOUBLE);
        return absolute ? Nd4j.math().abs(copy) : copy;
    }

    /**
     * Maps rows.
     *
     * @throws ProbeException where a value is not finite
     */
    void apply(int rows, Rows from, Sink to) throws InterruptedException {
        int block = blockRows();
        for (int begin = 0; begin < rows; begin += block) {
            Cancellation.check();
            int count = Math.min(block, rows - begin);
            double[] values = values(begin, count, from);
            for (int row = 0; row < count; row++) {
                to.read(begin + row, values, row * link.units());
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
                throw new ProbeException("layer " + link.name() + ": a pre-activation is " + value
                        + "; a partition needs finite weights and values");
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
        double flopsARow = 2.0 * link.units() * taps();
        double numbersARow = Math.max(link.units(), width(0));
        return (int) Math.max(1, Math.min(FLOPS_A_BLOCK / flopsARow, MOST_NUMBERS / numbersARow));
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
