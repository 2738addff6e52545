package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/** Dense networks, what the processor finds in them, and whether a kernel agrees. In this package to reach the former. */
public final class RankCase {
    /** Something special about the weights. */
    public enum Kind {
        RANDOM,
        /** The second half of each layer's units are copies of the first. */
        DUPLICATES,
        /** Weights of rank 3. */
        LOW_RANK,
        /** The second layer is below zero everywhere. */
        DEAD,
        /** Singular values fall by a factor of a thousand. */
        GRADED,
        /** Squares of products overflow in single precision. */
        HUGE
    }

    private static final double EXACT = 1e-6;
    private static final double ESTIMATED = 0.08;

    private final Snapshot snapshot;
    private final Network network;
    private final int[] inputs;

    private RankCase(Snapshot snapshot, int inputs) {
        this.snapshot = snapshot;
        this.inputs = Jacobian.all(inputs);
        network = new Network(snapshot);
    }

    /** A network on random inputs. */
    public static RankCase of(Kind kind, Activation activation, int inputs, int... widths) {
        SplittableRandom random = new SplittableRandom(kind.name().hashCode() + widths.length);
        double[][] values = new double[inputs][widths[0]];
        for (double[] value : values) {
            Arrays.setAll(value, k -> random.nextGaussian());
        }
        ProbeSet probes = new ProbeSet(Jacobian.all(inputs), Nd4j.createFromArray(floats(values)), new int[inputs]);
        List<LayerSnapshot> layers = new ArrayList<>();
        String before = LayerSnapshot.NETWORK_INPUT;
        for (int layer = 1; layer < widths.length; layer++) {
            float[][] weights = weights(kind, widths[layer - 1], widths[layer], random);
            boolean last = layer == widths.length - 1;
            float bias = kind == Kind.DEAD && layer == 2 ? -1e6f : 0.01f;
            Activation own = last ? Activation.IDENTITY : activation;
            values = forward(values, weights, bias, own);
            float[] biases = new float[widths[layer]];
            Arrays.fill(biases, bias);
            LayerMap map = new LayerMap.Dense(Nd4j.createFromArray(weights), Nd4j.createFromArray(biases));
            layers.add(new LayerSnapshot(
                    "dense-" + layer, List.of(before), map, own, Nd4j.createFromArray(floats(values))));
            before = "dense-" + layer;
        }
        return new RankCase(new Snapshot(1, probes, layers), inputs);
    }

    private static float[][] floats(double[][] rows) {
        float[][] floats = new float[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[0].length; j++) {
                floats[i][j] = (float) rows[i][j];
            }
        }
        return floats;
    }

    /** Shape (inputs, units). */
    private static float[][] weights(Kind kind, int inputs, int units, SplittableRandom random) {
        double[][] weights = new double[inputs][units];
        double scale = 1 / Math.sqrt(inputs);
        double[][] left = new double[3][inputs];
        double[][] right = new double[3][units];
        for (int k = 0; k < 3; k++) {
            Arrays.setAll(left[k], i -> random.nextGaussian());
            Arrays.setAll(right[k], i -> random.nextGaussian());
        }
        for (int in = 0; in < inputs; in++) {
            for (int out = 0; out < units; out++) {
                weights[in][out] = scale * random.nextGaussian();
                if (kind == Kind.DUPLICATES && out >= (units + 1) / 2) {
                    weights[in][out] = weights[in][out - (units + 1) / 2];
                } else if (kind == Kind.LOW_RANK) {
                    weights[in][out] = 0;
                    for (int k = 0; k < 3; k++) {
                        weights[in][out] += scale * left[k][in] * right[k][out];
                    }
                } else if (kind == Kind.HUGE) {
                    weights[in][out] *= 1e12;
                } else if (kind == Kind.GRADED) {
                    weights[in][out] *= Math.pow(10, -3.0 * out / units);
                }
            }
        }
        return floats(weights);
    }

    private static double[][] forward(double[][] values, float[][] weights, float bias, Activation activation) {
        double[][] next = new double[values.length][weights[0].length];
        for (int i = 0; i < values.length; i++) {
            for (int out = 0; out < next[i].length; out++) {
                double sum = bias;
                for (int in = 0; in < weights.length; in++) {
                    sum += values[i][in] * weights[in][out];
                }
                boolean active = sum > 0 || activation.kind() == Activation.Kind.IDENTITY;
                next[i][out] = active ? sum : activation.slope() * sum;
            }
        }
        return next;
    }

    /** The settings of a probe. */
    public static RankSettings settings(Tolerance tolerance, Double... factors) {
        return new RankSettings(List.of("*"), tolerance, 1, null, false, List.of(factors), true, 1);
    }

    /** What the probe finds. */
    public List<Finding> findings(Kernels kernels, RankSettings settings) throws InterruptedException {
        return new RankProbe("rank", settings, 0, () -> Long.MAX_VALUE, kernels).examine(snapshot);
    }

    /** All maps of all inputs, by the order of these. */
    public RegionBatch batch(RankSettings settings) throws InterruptedException {
        BitSet all = Codewords.all(network.layers().size());
        Codewords codewords = Codewords.read(network, all, inputs, Kernels.none());
        DenseChain chain = DenseChain.of(network, all, 0);
        double[] inactive = IntStream.range(0, all.length())
                .mapToDouble(layer -> Derivatives.piecewise(network.layer(layer).activation(), false))
                .toArray();
        BitSet[][] patterns = new BitSet[inputs.length][all.length()];
        BitSet[] asked = new BitSet[inputs.length];
        for (int i : inputs) {
            asked[i] = all;
            for (int layer = 0; layer < patterns[i].length; layer++) {
                patterns[i][layer] = codewords.patterns()[layer][i];
            }
        }
        return new RegionBatch(chain, inactive, patterns, asked, settings.tolerance(), settings.factors());
    }

    /** Asserts that a kernel says of all it decides what the processor says; returns the share that it decides. */
    public double agree(RankKernel kernel, RankSettings settings) throws InterruptedException {
        @Nullable Spectrum[][] found = kernel.spectra(batch(settings));
        Spectrum[][] expected = processor(settings);
        double decided = 0;
        for (int i : inputs) {
            for (int layer = 0; layer < expected.length; layer++) {
                Spectrum spectrum = found[i][layer];
                if (spectrum != null) {
                    assertAgrees(spectrum, expected[layer][i], "input " + i + ", layer " + layer, settings);
                    decided++;
                }
            }
        }
        return decided / (inputs.length * expected.length);
    }

    private static void assertAgrees(Spectrum actual, Spectrum expected, String where, RankSettings settings) {
        assertThat(actual.rank()).as("rank at %s", where).isEqualTo(expected.rank());
        assertThat(actual.profile()).as("profile at %s", where).containsExactly(expected.profile());
        double margin = expected.margin();
        if (Double.isNaN(margin)) {
            assertThat(actual.margin()).as("margin at %s", where).isNaN();
        } else {
            boolean estimates = settings.factors().length == 0 && margin > 1 - ESTIMATED;
            assertThat(actual.margin())
                    .as("margin at %s", where)
                    .isCloseTo(margin, within(estimates ? ESTIMATED * margin : EXACT * Math.max(1, margin)));
        }
    }

    private Spectrum[][] processor(RankSettings settings) throws InterruptedException {
        BitSet all = Codewords.all(network.layers().size());
        Codewords codewords = Codewords.read(network, all, inputs, Kernels.none());
        try (Propagation propagation = new Propagation(network, all)) {
            return RegionSpectra.compute(
                    network, all, inputs, codewords, settings, propagation, Kernels.none(), new ArrayList<>());
        }
    }
}
