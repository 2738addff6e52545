package org.crease.probes.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.crease.probes.overlap.AffineRegion;
import org.crease.probes.overlap.GluingRules;
import org.crease.probes.overlap.LayerGluing;
import org.crease.probes.overlap.OverlapDecomposition;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps and polyhedra of the overlap probe against codewords of this one, and networks evaluated by plain loops. */
class OverlapAgreesTest {
    private static final GluingRules RULES = new GluingRules(2, new Tolerance.Float32(), 1e-6, null, false);

    private static PlainNetwork network(Random random) {
        return new PlainNetwork(2, 4, 4)
                .convolution("conv1", 2, 3, 1, 1, Activation.RELU, random)
                .maxPooling("pool1", 3, 2, 1)
                .then("norm", scaling(random), PlainNetwork.activation(Activation.Kind.LEAKY_RELU))
                .convolution("conv2", 2, 2, 1, 1, Activation.IDENTITY, random)
                .averagePooling("mean", 2, 2, 1)
                .maxPooling("pool2", 2, 1, 0)
                .add("flat", List.of("pool2"), new LayerMap.Flatten(), Activation.IDENTITY)
                .dense("narrow", 4, Activation.RELU, random)
                .add("sum", List.of("narrow", "narrow"), new LayerMap.Addition(), Activation.IDENTITY);
    }

    private static LayerMap scaling(Random random) {
        return new LayerMap.Scaling(
                PlainNetwork.array(PlainNetwork.draw(2, PlainNetwork.uniform(random, 2)), 2),
                PlainNetwork.array(PlainNetwork.draw(2, PlainNetwork.uniform(random, 1)), 2));
    }

    /** Around a few points, so that regions have several members and there are several regions. */
    private static double[][] points(Random random) {
        double[][] points = new double[40][];
        for (int i = 0; i < points.length; i++) {
            double[] centre = i % 8 == 0 ? new double[32] : points[i - i % 8];
            double spread = i % 8 == 0 ? 1 : 0.02;
            points[i] = PlainNetwork.draw(32, PlainNetwork.uniform(random, spread));
            for (int k = 0; k < 32; k++) {
                points[i][k] = (float) (points[i][k] + centre[k]);
            }
        }
        return points;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void regionsAreThoseOfTheRankProbe(long seed) throws InterruptedException {
        Random random = new Random(seed);
        PlainNetwork network = network(random);
        double[][] points = points(random);
        Snapshot snapshot = network.snapshot(points);
        LinearRegions regions = LinearRegions.of(snapshot);
        for (LayerGluing gluing : OverlapDecomposition.of(snapshot, RULES)) {
            for (int i = 0; i < points.length; i++) {
                for (int j = 0; j < i; j++) {
                    assertThat(gluing.regionOf()[i] == gluing.regionOf()[j])
                            .isEqualTo(regions.region(gluing.layer(), i) == regions.region(gluing.layer(), j));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void mapsAreThoseOfTheNetworkAndHoldInAllOfThePolyhedron(long seed) throws InterruptedException {
        Random random = new Random(seed);
        PlainNetwork network = network(random);
        double[][] points = points(random);
        int inside = 0;
        int outside = 0;
        for (LayerGluing gluing : OverlapDecomposition.of(network.snapshot(points), RULES)) {
            for (AffineRegion region : gluing.regions()) {
                double[] member = points[region.members()[0]];
                assertThat(region.map().matrix())
                        .containsExactly(flat(network.jacobian(member, gluing.layer())), within(1e-9));
                assertThat(region.polyhedron().depth(member)).isGreaterThan(-1e-9);
                double[] other = member.clone();
                for (int k = 0; k < other.length; k++) {
                    other[k] = (float) (other[k] + 0.03 * random.nextGaussian());
                }
                double depth = region.polyhedron().depth(other);
                Snapshot both = network.snapshot(member, other);
                LinearRegions regions = LinearRegions.of(both);
                boolean same = regions.region(gluing.layer(), 0) == regions.region(gluing.layer(), 1);
                if (Math.abs(depth) > 1e-5) {
                    assertThat(same).isEqualTo(depth > 0);
                    inside += same ? 1 : 0;
                    outside += same ? 0 : 1;
                }
                if (same) {
                    assertThat(region.map().apply(other)).containsExactly(value(both, gluing.layer(), 1), within(1e-5));
                }
            }
        }
        assertThat(inside).isGreaterThan(20);
        assertThat(outside).isGreaterThan(20);
    }

    private static double[] value(Snapshot snapshot, String layer, int input) {
        return snapshot.layers().stream()
                .filter(candidate -> candidate.name().equals(layer))
                .map(found -> Values.of(found.activations(), input))
                .findFirst()
                .orElseThrow();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
