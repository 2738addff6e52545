package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.SparseRips;
import org.junit.jupiter.api.Test;

/** The sparse filtration keeps its guarantee. */
class SparseRipsProperties {
    private static final double ROUNDING = 1e-6;

    private static FiniteMetricSpace cloud(int size, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Metric.euclidean().on(Spaces.noisyTorus(size, random.nextLong()));
            case 1 -> Metric.euclidean().on(Spaces.gaussian(size, 2, random.nextLong()));
            case 2 -> Metric.manhattan().on(Spaces.gaussian(size, 4, random.nextLong()));
            default -> Metric.chebyshev().on(lattice(size, random));
        };
    }

    /** Small integers: many points coincide, many distances are equal. */
    private static PointCloud lattice(int size, Random random) {
        float[] coordinates = new float[2 * size];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = random.nextInt(8);
        }
        return PointCloud.of(coordinates, size, 2);
    }

    private static PersistenceDiagram logarithms(PersistenceDiagram diagram, double shift) {
        PersistenceDiagram.Builder logarithms = new PersistenceDiagram.Builder(diagram.dimension());
        for (int bar = 0; bar < diagram.size(); bar++) {
            logarithms.add(Math.log(diagram.birth(bar)) + shift, Math.log(diagram.death(bar)) + shift);
        }
        return logarithms.build();
    }

    private static double[] deaths(PersistenceDiagram components) {
        double[] deaths = new double[components.size()];
        Arrays.setAll(deaths, components::death);
        Arrays.sort(deaths);
        return deaths;
    }

    @Property(tries = 60)
    void barsAreWithinTheFactorOfTheirs(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FiniteMetricSpace space = cloud(20 + random.nextInt(40), random);
        double epsilon = List.of(0.1, 0.5, 1.0, 3.0).get(random.nextInt(4));
        VietorisRips rips = VietorisRips.upToDimension(2);
        Diagrams exact = rips.diagrams(space);
        Diagrams sparse = rips.diagrams(SparseRips.of(space, epsilon));
        double half = Math.log1p(epsilon) / 2;
        for (int dimension = 1; dimension <= 2; dimension++) {
            // shifted by half, "from b to (1 + epsilon) b" is "within half"
            double distance = new BottleneckDistance()
                    .between(logarithms(exact.of(dimension), half), logarithms(sparse.of(dimension), 0));
            assertThat(distance).isLessThanOrEqualTo(half + ROUNDING);
        }
        double[] merged = deaths(exact.of(0));
        double[] later = deaths(sparse.of(0));
        assertThat(later).hasSameSizeAs(merged);
        for (int k = 0; k < merged.length; k++) {
            assertThat(later[k]).isBetween(merged[k], (1 + epsilon) * merged[k] * (1 + ROUNDING));
        }
    }

    /** A simplex whose edges outlast one of its points is no simplex in the nerve; leaving it in changes no bar. */
    @Property(tries = 150)
    void blockingSimplicesAsTheNerveDoesChangesNothing(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FiniteMetricSpace space = DistanceMatrix.of(cloud(3 + random.nextInt(6), random));
        double epsilon = List.of(0.5, 1.0, 4.0).get(random.nextInt(3));
        SparseDistances edges = SparseRips.of(space, epsilon);
        double[] removal = removalTimes(space, epsilon);
        List<PersistenceDiagram> blocked = BruteForce.diagrams(
                space.size(),
                simplex -> {
                    double last =
                            simplex.stream().mapToDouble(i -> removal[i]).min().orElse(0);
                    double scale = 0;
                    for (int i : simplex) {
                        for (int j : simplex) {
                            scale = Math.max(scale, edges.distance(i, j));
                        }
                    }
                    return scale <= 2 * last * (1 + ROUNDING) ? scale : Double.POSITIVE_INFINITY;
                },
                3,
                2);
        assertThat(VietorisRips.upToDimension(3).diagrams(edges).byDimension()).isEqualTo(blocked);
    }

    /** By the definition: (1 + epsilon)² / epsilon times the distance from the points before. */
    private static double[] removalTimes(FiniteMetricSpace space, double epsilon) throws InterruptedException {
        int[] order = Landmarks.maxMin(space, space.size(), 0).indices();
        double[] removal = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int before = 0; before < k; before++) {
                nearest = Math.min(nearest, space.distance(order[k], order[before]));
            }
            removal[order[k]] = nearest * (1 + epsilon) * (1 + epsilon) / epsilon;
        }
        return removal;
    }

    @Test
    void edgesAreFew() throws InterruptedException {
        FiniteMetricSpace square = Spaces.lattice(40, 2);
        SparseDistances edges = SparseRips.of(square, 1);
        assertThat(edges.pairs()).isLessThan(1600 * 1599 / 2 / 8);
    }

    @Test
    void piecesOutOfReachStayApart() throws InterruptedException {
        float far = Float.POSITIVE_INFINITY;
        FiniteMetricSpace pieces = DistanceMatrix.ofLower(5, far, far);
        assertThat(VietorisRips.upToDimension(1)
                        .diagrams(SparseRips.of(pieces, 0.5))
                        .of(0)
                        .toArray())
                .containsExactly(0, 5, 0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
        assertThat(SparseRips.of(new SparseDistances.Builder(0).build(), 1).size())
                .isZero();
    }

    @Test
    void p4_factorsAndDistancesThatAreNoneAreRefused() {
        FiniteMetricSpace pair = DistanceMatrix.ofLower(1);
        assertThatThrownBy(() -> SparseRips.of(pair, 0)).hasMessageContaining("1 + 0.0");
        assertThatThrownBy(() -> SparseRips.of(pair, Double.NaN)).hasMessageContaining("1 + NaN");
        FiniteMetricSpace broken = FiniteMetricSpace.of(3, (i, j) -> i == 2 ? Double.NaN : 1);
        assertThatThrownBy(() -> SparseRips.of(broken, 1)).hasMessageContaining("NaN");
    }
}
