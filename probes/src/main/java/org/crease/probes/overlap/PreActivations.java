package org.crease.probes.overlap;

import java.util.List;
import java.util.stream.IntStream;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.LayerMap;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The affine parts of those layers that are treated exactly: dense, scaling, addition, flatten, identity. */
final class PreActivations {
    private PreActivations() {}

    /**
     * The affine part of a layer.
     *
     * @param units of the layer
     * @return null for a map of another kind
     * @throws ProbeException when a weight is not finite
     */
    static @Nullable PreActivation of(String layer, LayerMap map, int units) {
        if (map instanceof LayerMap.Dense dense) {
            return dense(layer, dense);
        } else if (map instanceof LayerMap.Scaling scaling) {
            return scaling(numbers(layer, "scale", scaling.scale()), numbers(layer, "shift", scaling.shift()), units);
        } else if (map instanceof LayerMap.Addition) {
            return sum(units);
        } else if (map instanceof LayerMap.Flatten || map instanceof LayerMap.Identity) {
            return passingOn();
        }
        return null;
    }

    private static PreActivation dense(String layer, LayerMap.Dense dense) {
        int units = Math.toIntExact(dense.weights().size(1));
        double[] weights = numbers(layer, "weights", dense.weights());
        INDArray bias = dense.bias();
        double[] constants = bias == null ? new double[units] : numbers(layer, "bias", bias);
        return new PreActivation() {
            @Override
            public AffineMap after(List<AffineMap> sources) {
                AffineMap source = sources.get(0);
                RoundedSum sum = new RoundedSum(units, source.inputs());
                for (int from = 0; from < source.outputs(); from++) {
                    double length = source.length(from);
                    if (length > 0 || source.offset()[from] != 0) {
                        for (int to = 0; to < units; to++) {
                            sum.add(to, weights[from * units + to], source, from, length);
                        }
                    }
                }
                IntStream.range(0, units).forEach(to -> sum.addConstant(to, constants[to]));
                return sum.sum();
            }

            @Override
            public double work() {
                return weights.length;
            }
        };
    }

    private static PreActivation scaling(double[] scale, double[] shift, int units) {
        int share = Math.max(1, units / Math.max(1, scale.length));
        return new PreActivation() {
            @Override
            public AffineMap after(List<AffineMap> sources) {
                AffineMap source = sources.get(0);
                RoundedSum sum = new RoundedSum(units, source.inputs());
                for (int unit = 0; unit < units; unit++) {
                    sum.add(unit, scale[unit / share], source, unit, source.length(unit));
                    sum.addConstant(unit, shift[unit / share]);
                }
                return sum.sum();
            }

            @Override
            public double work() {
                return units;
            }
        };
    }

    private static PreActivation sum(int units) {
        return new PreActivation() {
            @Override
            public AffineMap after(List<AffineMap> sources) {
                RoundedSum sum = new RoundedSum(units, sources.get(0).inputs());
                for (AffineMap source : sources) {
                    for (int unit = 0; unit < units; unit++) {
                        sum.add(unit, 1, source, unit, source.length(unit));
                    }
                }
                return sum.sum();
            }

            @Override
            public double work() {
                return units;
            }
        };
    }

    private static PreActivation passingOn() {
        return new PreActivation() {
            @Override
            public AffineMap after(List<AffineMap> sources) {
                return sources.get(0);
            }

            @Override
            public double work() {
                return 0;
            }
        };
    }

    /**
     * Pre-activations less their mean: softmax takes two vectors to the same probabilities just when these agree.
     *
     * @param units of the layer
     */
    static PreActivation centred(PreActivation logits, int units) {
        return new PreActivation() {
            @Override
            public AffineMap after(List<AffineMap> sources) {
                AffineMap map = logits.after(sources);
                RoundedSum sum = new RoundedSum(units, map.inputs());
                for (int from = 0; from < units; from++) {
                    double length = map.length(from);
                    for (int to = 0; to < units; to++) {
                        sum.add(to, (to == from ? 1 : 0) - 1.0 / units, map, from, length);
                    }
                }
                return sum.sum();
            }

            @Override
            public double work() {
                return logits.work() + (double) units * units;
            }
        };
    }

    private static double[] numbers(String layer, String what, INDArray array) {
        return finite(array.dup('c').data().asDouble(), "layer " + layer + ": " + what);
    }

    /** Refuses NaN and infinity. */
    static double[] finite(double[] numbers, String what) {
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new ProbeException(
                        what + ": element " + i + " is " + numbers[i] + "; linear regions need finite numbers");
            }
        }
        return numbers;
    }
}
