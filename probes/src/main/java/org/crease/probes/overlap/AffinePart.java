package org.crease.probes.overlap;

import java.util.Arrays;
import java.util.List;
import org.crease.probes.ProbeException;
import org.crease.probes.affine.PreciseMap;
import org.crease.probes.snapshot.LayerMap;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The affine part of a layer, convolutions and average pooling among them, by the map that other probes evaluate too. */
final class AffinePart implements PreActivation {
    private final int units;
    private final boolean passesOn;
    private final PreciseMap map;
    private final PreciseMap linear;
    private final PreciseMap sizes;
    private final PreciseMap lengths;

    private AffinePart(PreciseMap map, int units, boolean passesOn) {
        this.map = map;
        this.units = units;
        this.passesOn = passesOn;
        linear = map.linear();
        sizes = map.magnitudes();
        lengths = sizes.linear();
    }

    /**
     * The affine part of a layer.
     *
     * @param shapes extents of its sources
     * @param units of the layer
     * @throws ProbeException when a weight is not finite
     */
    static AffinePart of(String layer, LayerMap map, List<int[]> shapes, int units) {
        if (map instanceof LayerMap.Dense dense) {
            check(layer, "weights", dense.weights());
            check(layer, "bias", dense.bias());
        } else if (map instanceof LayerMap.Convolution convolution) {
            check(layer, "weights", convolution.weights());
            check(layer, "bias", convolution.bias());
        } else if (map instanceof LayerMap.Scaling scaling) {
            check(layer, "scale", scaling.scale());
            check(layer, "shift", scaling.shift());
        }
        boolean passesOn = map instanceof LayerMap.Flatten || map instanceof LayerMap.Identity;
        return new AffinePart(PreciseMap.of(layer, map, shapes, units), units, passesOn);
    }

    private static void check(String layer, String what, @Nullable INDArray numbers) {
        if (numbers != null) {
            Numbers.finite(numbers.dup('c').data().asDouble(), "layer " + layer + ": " + what);
        }
    }

    @Override
    public double[][] values(List<double[][]> sources) throws InterruptedException {
        if (passesOn) {
            return sources.get(0);
        }
        double[][] values = new double[sources.get(0).length][];
        map.apply(
                values.length,
                (source, row, block, at) -> copy(sources.get(source)[row], block, at),
                (row, block, at) -> values[row] = Arrays.copyOfRange(block, at, at + units));
        sizes.apply(
                values.length,
                (source, row, block, at) -> copy(magnitudes(sources.get(source)[row]), block, at),
                (row, block, at) -> RoundedSum.round(values[row], Arrays.copyOfRange(block, at, at + units)));
        return values;
    }

    @Override
    public List<Integer> piece(double[] source) {
        return List.of();
    }

    @Override
    public AffineMap after(List<AffineMap> sources, List<Integer> piece) throws InterruptedException {
        if (passesOn) {
            return sources.get(0);
        }
        int inputs = sources.get(0).inputs();
        double[] matrix = new double[Math.multiplyExact(units, inputs)];
        linear.apply(
                inputs,
                (source, column, block, at) -> sources.get(source).copyColumn(column, block, at),
                (column, block, at) -> {
                    for (int unit = 0; unit < units; unit++) {
                        matrix[unit * inputs + column] = block[at + unit];
                    }
                });
        double[] offset = values(
                sources.stream().map(source -> new double[][] {source.offset()}).toList())[0];
        double[] bounds = new double[units];
        lengths.apply(
                1,
                (source, row, block, at) -> copy(sources.get(source).lengths(), block, at),
                (row, block, at) -> System.arraycopy(block, at, bounds, 0, units));
        return RoundedSum.rounded(new AffineMap(units, inputs, matrix, offset), bounds);
    }

    @Override
    public HalfSpaces where(List<AffineMap> sources, List<Integer> piece) {
        return HalfSpaces.none(sources.get(0).inputs());
    }

    private static void copy(double[] numbers, double[] block, int at) {
        System.arraycopy(numbers, 0, block, at, numbers.length);
    }

    private static double[] magnitudes(double... numbers) {
        return Arrays.stream(numbers).map(Math::abs).toArray();
    }

    @Override
    public double work() {
        return passesOn ? 0 : map.work();
    }

    @Override
    public int constraints() {
        return 0;
    }
}
