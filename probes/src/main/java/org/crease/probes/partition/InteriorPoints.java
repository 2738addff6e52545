package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A point inside each region as the probe set of a snapshot, in double precision. Where rounding puts a unit on the wrong
 * side, or has another unit win a window, as it may in a thin region, values are moved to what the region's codeword says.
 */
final class InteriorPoints {
    private final Chain chain;
    private final Plane slice;
    private final Walk walk;
    private final int target;

    InteriorPoints(Chain chain, Plane slice, Walk walk, int target) {
        this.chain = chain;
        this.slice = slice;
        this.walk = walk;
        this.target = target;
    }

    /** The network up to the target layer, at points of the regions from {@code begin} to {@code end}. */
    Snapshot snapshot(Polygons polygons, int begin, int end) throws InterruptedException {
        double[][] points = new double[end - begin][];
        for (int i = 0; i < points.length; i++) {
            double[] inside = polygons.interior(begin + i);
            points[i] = slice.point(inside[0], inside[1]);
        }
        Map<Integer, double[][]> values = new HashMap<>(Map.of(Chain.INPUT, points));
        BitSet needed = chain.needed(target);
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            values.put(i, values(i, values, begin));
        }
        List<LayerSnapshot> layers = new ArrayList<>();
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            double[][] rows = Objects.requireNonNull(values.get(i));
            LayerSnapshot layer = chain.link(i).layer();
            layers.add(new LayerSnapshot(
                    layer.name(),
                    layer.inputs(),
                    layer.map(),
                    layer.activation(),
                    array(rows, chain.link(i).shape())));
        }
        int[] ids = IntStream.range(begin, end).toArray();
        return new Snapshot(0, new ProbeSet(ids, array(points, chain.inputShape()), new int[ids.length]), layers);
    }

    private double[][] values(int position, Map<Integer, double[][]> known, int begin) throws InterruptedException {
        Chain.Link link = chain.link(position);
        Pooling pooling = walk.pooling(position);
        double[][] rows = pooling == null ? affine(position, known) : pooled(position, known, pooling, begin);
        if (link.switches()) {
            int first = walk.firstBit(position);
            for (int row = 0; row < rows.length; row++) {
                BitSet pattern = walk.codewords().of(begin + row, first, first + link.units());
                settle(rows[row], pattern, link.layer().activation().slope());
            }
        }
        return rows;
    }

    private double[][] affine(int position, Map<Integer, double[][]> known) throws InterruptedException {
        Chain.Link link = chain.link(position);
        double[][] rows = new double[Objects.requireNonNull(known.get(Chain.INPUT)).length][];
        chain.map(position)
                .apply(
                        rows.length,
                        (source, row, block, offset) -> {
                            double[] value = Objects.requireNonNull(known.get(link.sources()[source]))[row];
                            System.arraycopy(value, 0, block, offset, value.length);
                        },
                        (row, block, offset) -> rows[row] = Arrays.copyOfRange(block, offset, offset + link.units()));
        return rows;
    }

    /** The values of the winners, after changing what the layer takes them from so that they win. */
    private double[][] pooled(int position, Map<Integer, double[][]> known, Pooling pooling, int begin) {
        double[][] under =
                Objects.requireNonNull(known.get(origin(chain.link(position).sources()[0])));
        double[][] rows = new double[under.length][];
        for (int row = 0; row < rows.length; row++) {
            double[] values = under[row];
            int[] winners = pooling.winners(walk.codewords().winners(begin + row));
            int passes = winners.length;
            while (passes > 0 && lowered(values, winners, pooling.candidates())) {
                passes--;
            }
            rows[row] =
                    Arrays.stream(winners).mapToDouble(winner -> values[winner]).toArray();
        }
        return rows;
    }

    /** Lowers what is above the winner of its window; whether there was anything. */
    private static boolean lowered(double[] values, int[] winners, int[][] candidates) {
        boolean lowered = false;
        for (int unit = 0; unit < winners.length; unit++) {
            int winner = winners[unit];
            for (int other : candidates[unit]) {
                double most = other < winner ? Math.nextDown(values[winner]) : values[winner];
                if (values[other] > most) {
                    values[other] = most;
                    lowered = true;
                }
            }
        }
        return lowered;
    }

    /** The layer whose values a layer has that passes its only input on unchanged: the one that ranks are computed from. */
    private int origin(int position) {
        boolean passesOn = position != Chain.INPUT
                && !chain.link(position).switches()
                && (chain.link(position).layer().map() instanceof LayerMap.Identity
                        || chain.link(position).layer().map() instanceof LayerMap.Flatten);
        return passesOn ? origin(chain.link(position).sources()[0]) : position;
    }

    private static void settle(double[] values, BitSet pattern, double slope) {
        for (int unit = 0; unit < values.length; unit++) {
            values[unit] =
                    pattern.get(unit) ? Math.max(values[unit], Float.MIN_NORMAL) : slope * Math.min(values[unit], 0);
        }
    }

    private static INDArray array(double[][] rows, int[] shape) {
        double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        long[] extents = IntStream.concat(IntStream.of(rows.length), Arrays.stream(shape))
                .asLongStream()
                .toArray();
        return Nd4j.createFromArray(all).reshape('c', extents);
    }
}
