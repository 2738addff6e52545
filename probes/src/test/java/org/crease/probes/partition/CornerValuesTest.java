package org.crease.probes.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the network puts out at the corners of regions, against plain loops. */
class CornerValuesTest {
    private static final List<Double> WINDOW = List.of(-1.0, 1.0, -1.0, 1.0);

    private static Array array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }

    private static List<Finding> examined(PartitionSettings settings, Snapshot snapshot) throws InterruptedException {
        return new PartitionProvider().create("partition", settings, 1).examine(snapshot);
    }

    /** The network at a point, by plain loops; a smooth last activation is left out. */
    private static double[] value(DenseNetwork network, double[] point) {
        double[] x = point;
        for (DenseNetwork.Layer layer : network.layers()) {
            x = layer.before(x);
            for (int unit = 0; unit < x.length && layer.activation().kind() != Activation.Kind.IDENTITY; unit++) {
                boolean straight = layer.activation().piecewiseLinear();
                x[unit] =
                        x[unit] > 0 || !straight ? x[unit] : layer.activation().slope() * x[unit];
            }
        }
        return x;
    }

    private static DenseNetwork network(int features, Activation last) {
        return new DenseNetwork(features)
                .add(9, Activation.RELU, 1, new Random(1))
                .add(7, DenseNetwork.leaky(), 1, new Random(2))
                .add(3, last, 1, new Random(3));
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.Kind.class,
            names = {"IDENTITY", "RELU", "LEAKY_RELU", "SOFTMAX", "SIGMOID"})
    void outputIsWhatTheNetworkPutsOutAtEveryCorner(Activation.Kind kind) throws InterruptedException {
        DenseNetwork network = network(2, new Activation(kind, kind == Activation.Kind.LEAKY_RELU ? 0.125 : 0));
        List<Finding> findings = examined(PartitionSettings.defaults().in(WINDOW), network.snapshot(new double[2]));
        assertThat(findings.get(0).arrays()).doesNotContainKey("output");
        assertThat(findings.get(1).arrays()).doesNotContainKey("output");
        Finding last = findings.get(2);
        double[] corners = array(last, "vertices").doubles();
        assertThat(array(last, "output").shape()).containsExactly(corners.length / 2, 3);
        double[] output = array(last, "output").doubles();
        for (int k = 0; k < corners.length / 2; k++) {
            double[] expected = value(network, new double[] {corners[2 * k], corners[2 * k + 1]});
            for (int unit = 0; unit < 3; unit++) {
                assertThat(output[3 * k + unit]).isCloseTo(expected[unit], within(1e-12));
            }
        }
    }

    /** Its polygons are those of the layer before, on each of which what enters the softmax is affine. */
    @Test
    void beforeASoftmaxPolygonsAndOutputAreGivenAndNumbersAreNot() throws InterruptedException {
        DenseNetwork network = network(2, new Activation(Activation.Kind.SOFTMAX, 0));
        List<Finding> findings = examined(PartitionSettings.defaults().in(WINDOW), network.snapshot(new double[2]));
        Finding last = findings.get(2);
        assertThat(last.summary().values()).containsOnly(Double.NaN);
        assertThat(last.arrays().keySet()).containsExactly("window", "vertices", "offsets", "output");
        for (String name : List.of("window", "vertices", "offsets")) {
            assertThat(array(last, name)).isEqualTo(array(findings.get(1), name));
        }
        assertThat(last.notes())
                .containsExactly(
                        "the partition is undefined: layer dense-3 has the activation function softmax, which has no straight"
                                + " pieces",
                        "output is what enters that function, at the corners of the regions by the layers before");
    }

    @Test
    void onAPlaneOutputIsThatOfThePlanesPoints() throws InterruptedException {
        DenseNetwork network = network(5, new Activation(Activation.Kind.SOFTMAX, 0));
        double[][] points = new double[3][];
        for (int i = 0; i < 3; i++) {
            points[i] = new Random(i).doubles(5, -1, 1).map(x -> (float) x).toArray();
        }
        PartitionSettings settings = PartitionSettings.defaults().on(new SliceSettings.Inputs(List.of(0, 1, 2)));
        Finding last = examined(settings, network.snapshot(points)).get(2);
        double[] corners = array(last, "vertices").doubles();
        double[] plane = array(last, "plane").doubles();
        double[] output = array(last, "output").doubles();
        for (int k = 0; k < corners.length / 2; k++) {
            double[] point = new double[5];
            for (int i = 0; i < 5; i++) {
                point[i] = plane[i] + corners[2 * k] * plane[5 + i] + corners[2 * k + 1] * plane[10 + i];
            }
            double[] expected = value(network, point);
            for (int unit = 0; unit < 3; unit++) {
                assertThat(output[3 * k + unit]).isCloseTo(expected[unit], within(1e-12));
            }
        }
    }

    @Test
    void withTooManyRegionsThereIsNoOutput() throws InterruptedException {
        DenseNetwork network = network(2, new Activation(Activation.Kind.SOFTMAX, 0));
        PartitionSettings settings =
                new PartitionSettings(List.of("dense-3"), WINDOW, null, new Tolerance.Float32(), null, 4);
        Finding last = examined(settings, network.snapshot(new double[2])).get(0);
        assertThat(last.arrays()).isEmpty();
        assertThat(last.notes()).singleElement().asString().contains("more than 4 regions");
    }
}
