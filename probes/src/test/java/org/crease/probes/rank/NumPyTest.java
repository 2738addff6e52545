package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The probe against {@code numpy.linalg.matrix_rank} on maps that NumPy made itself: {@code ranks.py}. */
class NumPyTest {
    private static String python = "";

    @BeforeAll
    static void findNumPy() throws IOException, InterruptedException {
        for (String candidate : List.of("/usr/bin/python3", "python3")) {
            if (hasNumPy(candidate)) {
                python = candidate;
                return;
            }
        }
        String missing = "python3 with NumPy (Debian: python3-numpy) is missing";
        if ("true".equals(System.getenv("CREASE_REQUIRE_ALL"))) {
            Assertions.fail(missing);
        }
        Assumptions.abort(missing);
    }

    private static boolean hasNumPy(String candidate) throws InterruptedException {
        try {
            return new ProcessBuilder(candidate, "-c", "import numpy")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void denseNetworksHaveNumPysRanks() throws IOException, InterruptedException {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            PlainNetwork network = new PlainNetwork(90)
                    .dense("a", 120 - 40 * seed, Activation.RELU, random)
                    .dense("b", 110, Activation.RELU, random)
                    .dense("c", 40, Activation.RELU, random)
                    .dense("d", 25, Activation.IDENTITY, random);
            agree(network.snapshot(points(random, 8, 90)));
        }
    }

    /** Large enough to be multiplied out in single precision first. */
    @Test
    void wideNetworksHaveNumPysRanks() throws IOException, InterruptedException {
        Random random = new Random(6);
        PlainNetwork network = new PlainNetwork(150)
                .dense("a", 320, Activation.RELU, random)
                .dense("b", 200, Activation.RELU, random)
                .dense("c", 60, Activation.RELU, random);
        agree(network.snapshot(points(random, 6, 150)));
    }

    @Test
    void convolutionalNetworksHaveNumPysRanks() throws IOException, InterruptedException {
        Random random = new Random(9);
        PlainNetwork network = new PlainNetwork(2, 9, 9)
                .convolution("conv1", 6, 3, 1, 1, Activation.RELU, random)
                .maxPooling("pool", 2, 2, 0)
                .convolution("conv2", 9, 2, 2, 1, Activation.RELU, random)
                .then("flat", new LayerMap.Flatten(), Activation.IDENTITY)
                .dense("dense", 30, Activation.RELU, random)
                .dense("out", 10, Activation.IDENTITY, random);
        agree(network.snapshot(points(random, 4, 162)));
    }

    private static double[][] points(Random random, int count, int features) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = PlainNetwork.draw(features, PlainNetwork.uniform(random, 5));
        }
        return points;
    }

    private static void agree(Snapshot snapshot) throws IOException, InterruptedException {
        List<String> expected = numPy(snapshot);
        List<Finding> findings = Ranks.examine(snapshot);
        for (int layer = 0; layer < findings.size(); layer++) {
            Finding finding = findings.get(layer);
            assertThat(Ranks.summary(finding, "margin_min")).isGreaterThan(1e-3);
            assertThat(Arrays.stream(Ranks.ranks(finding))
                            .mapToObj(String::valueOf)
                            .collect(Collectors.joining(" ")))
                    .as(finding.layer())
                    .isEqualTo(expected.get(layer));
        }
    }

    private static List<String> numPy(Snapshot snapshot) throws IOException, InterruptedException {
        byte[] script;
        try (InputStream resource = Objects.requireNonNull(NumPyTest.class.getResourceAsStream("ranks.py"))) {
            script = resource.readAllBytes();
        }
        Process process = new ProcessBuilder(python, "-c", new String(script, StandardCharsets.UTF_8))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(json(snapshot).getBytes(StandardCharsets.UTF_8));
        }
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as("status of ranks.py").isZero();
        return lines;
    }

    private static String json(Snapshot snapshot) {
        INDArray inputs = snapshot.probeSet().inputs();
        List<String> points = new ArrayList<>();
        for (int i = 0; i < inputs.size(0); i++) {
            points.add(Arrays.toString(Values.of(inputs, i)));
        }
        List<String> layers = snapshot.layers().stream().map(NumPyTest::json).toList();
        return "{\"input\": " + Arrays.toString(Values.shape(inputs)) + ", \"points\": " + points + ", \"layers\": "
                + layers + "}";
    }

    private static String json(LayerSnapshot layer) {
        String rest = ", \"relu\": " + layer.activation().equals(Activation.RELU) + "}";
        if (layer.map() instanceof LayerMap.Dense dense) {
            return "{\"kind\": \"dense\"" + json(dense.weights(), dense.bias()) + rest;
        } else if (layer.map() instanceof LayerMap.Convolution convolution) {
            return "{\"kind\": \"convolution\"" + json(convolution.weights(), convolution.bias()) + ", \"stride\": "
                    + convolution.window().stride()[0] + ", \"padding\": "
                    + convolution.window().padding()[0] + rest;
        } else if (layer.map() instanceof LayerMap.MaxPooling pooling) {
            return "{\"kind\": \"max\", \"kernel\": " + pooling.window().kernel()[0] + ", \"stride\": "
                    + pooling.window().stride()[0] + rest;
        }
        return "{\"kind\": \"flatten\"" + rest;
    }

    private static String json(INDArray weights, @Nullable INDArray bias) {
        return ", \"shape\": " + Arrays.toString(weights.shape()) + ", \"weights\": "
                + Arrays.toString(Values.of(weights)) + ", \"bias\": "
                + Arrays.toString(Values.of(Objects.requireNonNull(bias)));
    }
}
