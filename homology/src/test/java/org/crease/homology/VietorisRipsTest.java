package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VietorisRipsTest {
    private static final float INFINITE = Float.POSITIVE_INFINITY;

    private static Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException {
        return VietorisRips.upToDimension(1).diagrams(space);
    }

    private static PersistenceDiagram diagram(int dimension, double... rows) {
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(dimension);
        for (int k = 0; k < rows.length; k += 2) {
            diagram.add(rows[k], rows[k + 1]);
        }
        return diagram.build();
    }

    @Test
    void p1_noPointHasNoBars() throws InterruptedException {
        Diagrams diagrams = diagrams(Metric.euclidean().on(PointCloud.of(new float[0], 0, 3)));
        assertThat(diagrams.byDimension()).containsExactly(diagram(0), diagram(1));
        assertThat(VietorisRips.upToDimension(0)
                        .diagrams(Metric.euclidean().on(PointCloud.of(new float[0], 0, 3)))
                        .byDimension())
                .containsExactly(diagram(0));
    }

    @Test
    void p1_onePointIsOneInfiniteBar() throws InterruptedException {
        Diagrams diagrams = diagrams(DistanceMatrix.ofLower());
        assertThat(diagrams.byDimension()).containsExactly(diagram(0, 0, INFINITE), diagram(1));
        assertThat(diagrams.threshold()).isZero();
        assertThat(diagrams.complete()).isTrue();
    }

    @Test
    void p1_twoPointsMergeAtTheirDistance() throws InterruptedException {
        assertThat(diagrams(DistanceMatrix.ofLower(5)).byDimension())
                .containsExactly(diagram(0, 0, 5, 0, INFINITE), diagram(1));
    }

    @Test
    void p1_threePointsMergeAlongTheTwoShortSides() throws InterruptedException {
        assertThat(diagrams(DistanceMatrix.ofLower(3, 4, 5)).byDimension())
                .containsExactly(diagram(0, 0, 3, 0, 4, 0, INFINITE), diagram(1));
    }

    @Test
    void unitSquareHasOneLoopFromSideToDiagonal() throws InterruptedException {
        Diagrams diagrams = diagrams(Spaces.lattice(2, 2));
        assertThat(diagrams.of(0)).isEqualTo(diagram(0, 0, 1, 0, 1, 0, 1, 0, INFINITE));
        assertThat(diagrams.of(1)).isEqualTo(diagram(1, 1, (float) Math.sqrt(2)));
        assertThat(diagrams.field()).isEqualTo(2);
    }

    @Test
    void regularHexagonHasOneLoopFromSideToShortDiagonal() throws InterruptedException {
        PersistenceDiagram h1 = diagrams(Spaces.regularPolygon(6)).of(1);
        assertThat(h1.infinite()).isZero();
        assertThat(h1.lifespans().countLongerThan(1e-5)).isEqualTo(1);
        assertThat(h1.lifespans().longest()).isCloseTo(Math.sqrt(3) - 1, within(1e-6));
    }

    /** The Vietoris-Rips complex of a regular n-gon is a circle until its cliques reach round: at steps of n / 3. */
    @ParameterizedTest
    @ValueSource(ints = {9, 24, 100, 1600}) // the last has edges enough to be sorted while others search
    void regularPolygonHasOneLoopFromSideToInscribedTriangle(int corners) throws InterruptedException {
        PersistenceDiagram h1 = diagrams(Spaces.regularPolygon(corners)).of(1);
        double side = 2 * Math.sin(Math.PI / corners);
        double triangle = 2 * Math.sin(Math.PI * Math.ceil(corners / 3.0) / corners);
        assertThat(h1.lifespans().countLongerThan(1e-5)).isEqualTo(1);
        assertThat(h1.lifespans().longest()).isCloseTo(triangle - side, within(1e-5));
    }

    @Test
    void equallySpacedPointsOnALineHaveNoLoop() throws InterruptedException {
        Diagrams diagrams = diagrams(Spaces.lattice(12, 1));
        assertThat(diagrams.of(0).lifespans().total()).isEqualTo(11);
        assertThat(diagrams.of(1).size()).isZero();
    }

    /** Each of the unit squares of a lattice is a loop that its diagonal fills. */
    @Test
    void p2_latticeHasALoopForEachSquare() throws InterruptedException {
        PersistenceDiagram h1 = diagrams(Spaces.lattice(6, 2)).of(1);
        assertThat(h1.size()).isEqualTo(25);
        assertThat(h1.bettiNumber(1)).isEqualTo(25);
        assertThat(h1.bettiNumber((float) Math.sqrt(2))).isZero();
    }

    @Test
    void p2_equalDistancesEverywhereLeaveNoLoop() throws InterruptedException {
        float[] lower = new float[45];
        Arrays.fill(lower, 1);
        Diagrams diagrams = diagrams(DistanceMatrix.ofLower(lower));
        assertThat(diagrams.of(0).bettiNumber(0.5)).isEqualTo(10);
        assertThat(diagrams.of(0).bettiNumber(1)).isEqualTo(1);
        assertThat(diagrams.of(1).size()).isZero();
    }

    @Test
    void p3_piecesAtInfiniteDistanceKeepAnInfiniteBarEach() throws InterruptedException {
        FiniteMetricSpace pieces = DistanceMatrix.ofLower(1, INFINITE, INFINITE, INFINITE, INFINITE, 2);
        assertThat(diagrams(pieces).byDimension())
                .containsExactly(diagram(0, 0, 1, 0, 2, 0, INFINITE, 0, INFINITE), diagram(1));
        assertThat(diagrams(pieces).threshold()).isEqualTo(2);
        assertThat(VietorisRips.upToDimension(0).diagrams(pieces).of(0))
                .isEqualTo(diagrams(pieces).of(0));
    }

    @Test
    void p3_loopAcrossMissingEdgesNeverDies() throws InterruptedException {
        FiniteMetricSpace cycle = DistanceMatrix.ofLower(1, INFINITE, 1, 1, INFINITE, 1);
        Diagrams diagrams = diagrams(cycle);
        assertThat(diagrams.of(1)).isEqualTo(diagram(1, 1, INFINITE));
        assertThat(diagrams.complete()).isTrue();
    }

    @Test
    void thresholdCutsBarsAndSaysSo() throws InterruptedException {
        Diagrams cut = VietorisRips.upToDimension(1).upToScale(1.2).diagrams(Spaces.lattice(2, 2));
        assertThat(cut.of(1)).isEqualTo(diagram(1, 1, INFINITE));
        assertThat(cut.threshold()).isEqualTo(1.2);
        assertThat(cut.complete()).isFalse();
    }

    @Test
    void thresholdPastTheEnclosingRadiusChangesNothing() throws InterruptedException {
        FiniteMetricSpace square = Spaces.lattice(2, 2);
        assertThat(VietorisRips.upToDimension(1).upToScale(100).diagrams(square))
                .isEqualTo(diagrams(square));
    }

    @Test
    void dimensionZeroAloneAgreesWithTheFiltration() throws InterruptedException {
        FiniteMetricSpace cloud = Metric.euclidean().on(Spaces.noisyTorus(150, 3));
        assertThat(VietorisRips.upToDimension(0).diagrams(cloud).of(0))
                .isEqualTo(diagrams(cloud).of(0));
        assertThat(VietorisRips.upToDimension(0).upToScale(0.3).diagrams(cloud).of(0))
                .isEqualTo(VietorisRips.upToDimension(1)
                        .upToScale(0.3)
                        .diagrams(cloud)
                        .of(0));
    }

    @Test
    void manyPointsThatCoincideAreOneComponent() throws InterruptedException {
        Diagrams diagrams = diagrams(Metric.euclidean().on(PointCloud.of(new float[60], 20, 3)));
        assertThat(diagrams.byDimension()).containsExactly(diagram(0, 0, INFINITE), diagram(1));
    }

    @Test
    void negativeDimensionIsRefused() {
        assertThatThrownBy(() -> VietorisRips.upToDimension(-1))
                .hasMessage("homology dimension is -1; it must not be negative");
    }

    @Test
    void negativeOrUndefinedThresholdIsRefused() {
        assertThatThrownBy(() -> VietorisRips.upToDimension(1).upToScale(Double.NaN))
                .hasMessage("threshold is NaN; it must be zero or positive");
    }

    @Test
    void p4_metricThatIsNotOneIsRefused() {
        FiniteMetricSpace broken = new FiniteMetricSpace() {
            @Override
            public int size() {
                return 3;
            }

            @Override
            public float distance(int i, int j) {
                return i + j == 3 ? Float.NaN : Math.abs(i - j);
            }
        };
        assertThatThrownBy(() -> diagrams(broken)).hasMessageContaining("distance (2, 1) is NaN");
        assertThatThrownBy(() -> VietorisRips.upToDimension(0).diagrams(broken))
                .hasMessageContaining("distance (1, 2) is NaN");
    }

    @Test
    void noThreadIsRefused() {
        assertThatThrownBy(() -> VietorisRips.upToDimension(1).withThreads(0))
                .hasMessage("number of threads is 0; it must be at least 1");
    }

    @Test
    void estimatesGrowWithThePoints() {
        VietorisRips loops = VietorisRips.upToDimension(1);
        assertThat(loops.withThreads(2).bytes(2000)).isBetween(18_000_000L, 20_000_000L);
        assertThat(loops.withThreads(2).bytes(2000))
                .isGreaterThan(loops.withThreads(1).bytes(2000));
        assertThat(loops.seconds(2000)).isGreaterThan(loops.seconds(1000));
        assertThat(VietorisRips.upToDimension(0).bytes(2000)).isEqualTo(256_000);
        VietorisRips voids = VietorisRips.upToDimension(2);
        assertThat(voids.bytes(500)).isGreaterThan(loops.bytes(500)).isLessThan(voids.bytes(600));
        assertThat(voids.seconds(500)).isGreaterThan(loops.seconds(500)).isLessThan(voids.seconds(600));
    }
}
