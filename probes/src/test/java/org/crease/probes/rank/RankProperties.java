package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;

/** The probe against the product of full masked matrices and a Jacobi SVD. */
class RankProperties {

    @Provide
    Arbitrary<Activation.Kind> known() {
        return Arbitraries.of(Activation.Kind.class).filter(kind -> kind != Activation.Kind.OTHER);
    }

    @Property(tries = 60)
    void denseNetworksAgreeWithThePlainProduct(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int features, @ForAll("known") Activation.Kind kind)
            throws InterruptedException {
        Random random = new Random(seed);
        PlainNetwork network = new PlainNetwork(features);
        for (int layer = 0; layer < 4; layer++) {
            network.dense("dense" + layer, 1 + random.nextInt(15), PlainNetwork.activation(kind), random);
        }
        agree(network, points(random, 6, features, kind == Activation.Kind.SOFTMAX ? 1 : 3));
    }

    @Property(tries = 15)
    void convolutionsAgreeWithThePlainProduct(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int kernel,
            @ForAll @IntRange(min = 1, max = 2) int stride,
            @ForAll boolean padded)
            throws InterruptedException {
        Random random = new Random(seed);
        int padding = padded ? kernel / 2 : 0;
        PlainNetwork network = new PlainNetwork(1, 8, 9)
                .convolution(
                        "conv1", 3, kernel, 1, padding, PlainNetwork.activation(Activation.Kind.LEAKY_RELU), random)
                .convolution("conv2", 4, kernel, 1, padding, Activation.RELU, random)
                .maxPooling("max", 2, stride, padded ? 1 : 0)
                .averagePooling("mean", 2, 1, padded ? 1 : 0)
                .then("flat", new LayerMap.Flatten(), Activation.IDENTITY)
                .dense("dense", 7, PlainNetwork.activation(Activation.Kind.SWISH), random)
                .dense("out", 3, PlainNetwork.activation(Activation.Kind.SOFTMAX), random);
        agree(network, points(random, 2, 72, 3));
    }

    @Property(tries = 25)
    void residualBlocksAndBatchNormAgreeWithThePlainProduct(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        Activation gelu = PlainNetwork.activation(Activation.Kind.GELU);
        PlainNetwork network = new PlainNetwork(2, 4, 4)
                .then("drop", new LayerMap.Identity(), Activation.IDENTITY)
                .convolution("conv1", 2, 3, 1, 1, Activation.RELU, random)
                .then("norm", scaling(random, 2), gelu)
                .convolution("conv2", 2, 3, 1, 1, Activation.IDENTITY, random)
                .add("add", List.of("conv2", "drop"), new LayerMap.Addition(), Activation.RELU)
                .add("flat", List.of("add"), new LayerMap.Flatten(), Activation.IDENTITY)
                .dense("narrow", 5, Activation.RELU, random)
                .then("normed", scaling(random, 5), Activation.IDENTITY)
                .add("twice", List.of("normed", "narrow"), new LayerMap.Addition(), Activation.RELU);
        agree(network, points(random, 3, 32, 2));
    }

    @Property(tries = 25)
    void narrowFirstLayerBesideASkipAgreesWithThePlainProduct(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        PlainNetwork network = new PlainNetwork(8)
                .dense("first", 3, Activation.RELU, random)
                .dense("back", 8, Activation.RELU, random)
                .add("skip", List.of("back", LayerSnapshot.NETWORK_INPUT), new LayerMap.Addition(), Activation.IDENTITY)
                .dense("out", 6, Activation.RELU, random);
        agree(network, points(random, 6, 8, 3));
    }

    private static LayerMap scaling(Random random, int channels) {
        return new LayerMap.Scaling(
                PlainNetwork.array(PlainNetwork.draw(channels, PlainNetwork.uniform(random, 2)), channels),
                PlainNetwork.array(PlainNetwork.draw(channels, PlainNetwork.uniform(random, 1)), channels));
    }

    private static double[][] points(Random random, int count, int features, double bound) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = PlainNetwork.draw(features, PlainNetwork.uniform(random, bound));
        }
        return points;
    }

    /** Ranks are equal wherever the nearest singular value is not within a few per cent of the threshold. */
    private static void agree(PlainNetwork network, double[][] points) throws InterruptedException {
        for (Finding finding : Ranks.examine(network.snapshot(points))) {
            double[] margins = Ranks.array(finding, "margin").doubles();
            for (int i = 0; i < points.length; i++) {
                double[][] jacobian = network.jacobian(points[i], finding.layer());
                if (!(margins[i] < 0.02)) {
                    assertThat(Ranks.ranks(finding)[i])
                            .as("layer %s, input %d, margin %s", finding.layer(), i, margins[i])
                            .isEqualTo(JacobiSvd.rank(jacobian));
                }
            }
        }
    }
}
