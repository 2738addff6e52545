package org.crease.probes.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.metric.PointClasses;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Activation;

class OverlapDecompositionProperties {
    private static final GluingRules RULES = new GluingRules(2, new Tolerance.Float32(), 1e-6, null, false);

    private static double[][] points(int count, int features, Random random) {
        double[][] points = new double[count][];
        for (int i = 0; i < count; i++) {
            points[i] = TinyNetwork.gaussians(features, random);
        }
        return points;
    }

    private static TinyNetwork network(int features, int depth, Random random) {
        TinyNetwork network = new TinyNetwork(features);
        for (int layer = 0; layer < depth; layer++) {
            boolean leaky = random.nextInt(3) == 0;
            network.random(
                    1 + random.nextInt(4),
                    leaky ? new Activation(Activation.Kind.LEAKY_RELU, 0.1) : Activation.RELU,
                    random);
        }
        return network;
    }

    private static boolean together(PointClasses classes, int i, int j) {
        return classes.classOf(i) >= 0 && classes.classOf(i) == classes.classOf(j);
    }

    @Property(tries = 40)
    void classesOnlyGrowWithDepthAndOverlapHoldsRank(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        int features = 1 + random.nextInt(4);
        double[][] points = points(15, features, random);
        List<LayerGluing> gluings =
                OverlapDecomposition.of(network(features, 3, random).snapshot(points), RULES);
        for (int layer = 0; layer < gluings.size(); layer++) {
            for (int i = 0; i < points.length; i++) {
                for (int j = 0; j < i; j++) {
                    boolean byRank = together(gluings.get(layer).byRank(), i, j);
                    boolean byOverlap = together(gluings.get(layer).byOverlap(), i, j);
                    assertThat(byOverlap || !byRank).isTrue();
                    if (layer > 0) {
                        LayerGluing before = gluings.get(layer - 1);
                        assertThat(byRank || !together(before.byRank(), i, j)).isTrue();
                        assertThat(byOverlap || !together(before.byOverlap(), i, j))
                                .isTrue();
                    }
                }
            }
        }
    }

    @Property(tries = 40)
    void aRegionsMapIsTheNetworkOnItsMembers(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        int features = 1 + random.nextInt(4);
        double[][] points = points(10, features, random);
        TinyNetwork network = network(features, 3, random);
        for (LayerGluing gluing : OverlapDecomposition.of(network.snapshot(points), RULES)) {
            for (int i = 0; i < points.length; i++) {
                AffineRegion region = gluing.regions().get(gluing.regionOf()[i]);
                assertThat(region.map().apply(points[i]))
                        .containsExactly(network.value(gluing.layer(), points[i]), within(1e-9));
                assertThat(region.polyhedron().depth(points[i])).isGreaterThan(-1e-12);
                assertThat(region.members()).contains(i);
            }
        }
    }

    @Property(tries = 20)
    void theIdentityGluesNothing(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        int features = 2 + random.nextInt(3);
        double[][] rows = new double[features][features];
        for (int k = 0; k < features; k++) {
            rows[k][k] = 1;
        }
        double[] bias = new double[features];
        TinyNetwork network = new TinyNetwork(features)
                .dense(Activation.IDENTITY, bias, rows)
                .dense(new Activation(Activation.Kind.LEAKY_RELU, 0.5), bias, rows);
        for (LayerGluing gluing : OverlapDecomposition.of(network.snapshot(points(12, features, random)), RULES)) {
            assertThat(gluing.byOverlap().count()).isZero();
            assertThat(gluing.meetings()).isEmpty();
            assertThat(gluing.undecided()).isZero();
        }
    }
}
