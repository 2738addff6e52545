package org.crease.probes.rank;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.crease.probes.partition.LayerRegions;
import org.crease.probes.partition.Partitions;
import org.crease.probes.partition.Plane;
import org.crease.probes.partition.RegionPartition;
import org.crease.probes.partition.Window;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact partition of slices through images against this probe at points evaluated by plain loops. */
class PartitionAgreesTest {
    private static final Window WINDOW = new Window(0, 1, 0, 1);
    private static final Window SMALL = new Window(0, 0.2, 0, 0.2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void convolutionsPoolingAndResidualBlocks(long seed) throws InterruptedException {
        Random random = new Random(seed);
        PlainNetwork network = new PlainNetwork(2, 4, 4)
                .then("drop", new LayerMap.Identity(), Activation.IDENTITY)
                .convolution("conv1", 2, 3, 1, 1, Activation.RELU, random)
                .then("norm", scaling(random), PlainNetwork.activation(Activation.Kind.LEAKY_RELU))
                .convolution("conv2", 2, 3, 1, 1, Activation.IDENTITY, random)
                .add("add", List.of("conv2", "drop"), new LayerMap.Addition(), Activation.RELU)
                .averagePooling("mean", 2, 2, 1)
                .add("flat", List.of("mean"), new LayerMap.Flatten(), Activation.IDENTITY)
                .dense("narrow", 7, Activation.RELU, random)
                .dense("out", 3, Activation.IDENTITY, random);
        agree(network, slice(32, WINDOW, random), "norm", "add", "flat", "out");
    }

    /** Winners behind ReLU, behind a residual block and of another max pooling; windows that overlap and stick out. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void maxPoolingOfSlices(long seed) throws InterruptedException {
        Random random = new Random(seed);
        PlainNetwork network = new PlainNetwork(2, 6, 6)
                .convolution("conv1", 2, 3, 1, 1, Activation.RELU, random)
                .maxPooling("pool1", 3, 2, 1)
                .then("drop", new LayerMap.Identity(), Activation.IDENTITY)
                .convolution("conv2", 2, 3, 1, 1, Activation.IDENTITY, random)
                .add("add", List.of("conv2", "pool1"), new LayerMap.Addition(), Activation.IDENTITY)
                .maxPooling("pool2", 2, 1, 0)
                .then("pool3", pooling(2), Activation.RELU)
                .dense("out", 5, Activation.RELU, random);
        agree(network, slice(72, SMALL, random), "pool1", "pool2", "pool3", "out");
    }

    /** Two pixels, so that the window is all of input space and ranks come from tangents. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void maxPoolingOfThePlane(long seed) throws InterruptedException {
        Random random = new Random(seed);
        PlainNetwork network = new PlainNetwork(1, 1, 2)
                .convolution("conv", 4, 2, 1, 1, PlainNetwork.activation(Activation.Kind.LEAKY_RELU), random)
                .maxPooling("pool", 2, 1, 1)
                .dense("narrow", 6, Activation.RELU, random)
                .dense("out", 3, Activation.IDENTITY, random);
        agree(network, Plane.of(new Window(-2, 2, -2, 2)), "conv", "pool", "out");
    }

    private static LayerMap pooling(int kernel) {
        return new LayerMap.MaxPooling(PlainNetwork.window(new int[] {2, 2, 2}, kernel, 1, 0));
    }

    private static Plane slice(int features, Window window, Random random) {
        double[][] points = new double[3][];
        for (int i = 0; i < 3; i++) {
            points[i] = PlainNetwork.draw(features, PlainNetwork.uniform(random, 2));
        }
        return Plane.through(points[0], points[1], points[2], window);
    }

    private static void agree(PlainNetwork network, Plane plane, String... layers) throws InterruptedException {
        RegionPartition partition = Partitions.of(network.snapshot(plane.origin()), plane);
        for (LayerRegions regions : partition.by(List.of(layers))) {
            Partitions.tiles(regions, plane.window());
            int[] chosen = Arrays.stream(Partitions.roomy(regions)).limit(40).toArray();
            double[][] interior = Arrays.stream(chosen)
                    .mapToObj(regions.polygons()::interior)
                    .map(at -> plane.point(at[0], at[1]))
                    .toArray(double[][]::new);
            Partitions.agreeWithTheRankProbe(regions, chosen, network.snapshot(interior));
        }
    }

    private static LayerMap scaling(Random random) {
        return new LayerMap.Scaling(
                PlainNetwork.array(PlainNetwork.draw(2, PlainNetwork.uniform(random, 2)), 2),
                PlainNetwork.array(PlainNetwork.draw(2, PlainNetwork.uniform(random, 1)), 2));
    }
}
