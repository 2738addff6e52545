package org.crease.homology.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.crease.homology.distance.Figures.diagram;

import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;

/** Values known in closed form. */
class DistanceTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final PersistenceDiagram EMPTY = diagram();

    @Test
    void slicedWassersteinOfOneBarIsThePapers() {
        DiagramDistance usual = new SlicedWassersteinDistance();
        DiagramDistance fine = new SlicedWassersteinDistance(20_000, Normalisation.NONE);
        assertThat(usual.between(diagram(0, 1), EMPTY)).isCloseTo(0.4502322, within(5e-8));
        assertThat(fine.between(diagram(0, 1), EMPTY)).isCloseTo(Math.sqrt(2) / Math.PI, within(1e-7));
        assertThat(usual.between(diagram(0, 1), diagram(0, 2))).isCloseTo(0.7944647, within(5e-8));
        assertThat(fine.between(diagram(0, 1), diagram(0, 2))).isCloseTo(0.7940484, within(1e-6));
        assertThat(usual.between(diagram(1, 2), diagram(0, 1))).isCloseTo(0.6884650, within(5e-8));
        assertThat(fine.between(diagram(1, 2), diagram(0, 1))).isCloseTo(0.6877805, within(1e-6));
    }

    @Test
    void slicedWassersteinLooksFromStraightUpFirst() {
        DiagramDistance up = new SlicedWassersteinDistance(1, Normalisation.NONE);
        assertThat(up.between(diagram(0, 1), EMPTY)).isCloseTo(0.5, within(1e-12));
        assertThat(up.between(diagram(0, INF), diagram(7, INF))).isCloseTo(0, within(1e-12));
    }

    @Test
    void normalisationTakesTheUnitOut() {
        PersistenceDiagram a = diagram(0, 1, 2, 4);
        PersistenceDiagram b = diagram(0, 10, 20, 40);
        assertThat(new SlicedWassersteinDistance(50, Normalisation.MAX_DEATH).between(a, b))
                .isZero();
        SlicedWassersteinDistance byDiameter = new SlicedWassersteinDistance(50, Normalisation.DIAMETER);
        assertThat(byDiameter.between(a, 8, b, 80)).isZero();
        assertThatThrownBy(() -> byDiameter.between(a, b)).hasMessageContaining("diameter is NaN; normalisation by");
    }

    @Test
    void aRotatedCloudHasTheSameLoops() throws InterruptedException {
        float[][] cloud = new float[60][];
        float[][] rotated = new float[60][];
        for (int k = 0; k < cloud.length; k++) {
            float x = (float) Math.cos(k);
            float y = (float) (Math.sin(k) * (1 + 0.1 * Math.sin(5.0 * k)));
            cloud[k] = new float[] {x, y};
            rotated[k] = new float[] {(float) (0.6 * x - 0.8 * y), (float) (0.8 * x + 0.6 * y)};
        }
        VietorisRips rips = VietorisRips.upToDimension(1);
        PersistenceDiagram before =
                rips.diagrams(Metric.euclidean().on(PointCloud.of(cloud))).of(1);
        PersistenceDiagram after =
                rips.diagrams(Metric.euclidean().on(PointCloud.of(rotated))).of(1);
        assertThat(before.size()).isPositive();
        assertThat(new SlicedWassersteinDistance().between(before, after)).isLessThan(1e-5);
        assertThat(new BottleneckDistance().between(before, after)).isLessThan(1e-6);
    }

    @Test
    void bottleneckOfOneBar() {
        DiagramDistance bottleneck = new BottleneckDistance();
        assertThat(bottleneck.between(diagram(0, 4), EMPTY)).isEqualTo(2);
        assertThat(bottleneck.between(diagram(0, 4), diagram(1, 4.5))).isEqualTo(1);
        assertThat(bottleneck.between(diagram(0, 1), diagram(5, 6))).isEqualTo(0.5);
        assertThat(bottleneck.between(diagram(0, INF, 3, INF), diagram(4, INF, 0.5, INF)))
                .isEqualTo(1);
    }

    @Test
    void wassersteinOfOneBarFollowsTheInnerNorm() {
        PersistenceDiagram bar = diagram(0, 4);
        assertThat(WassersteinDistance.ofOrder(1).between(bar, EMPTY)).isEqualTo(2);
        assertThat(WassersteinDistance.ofOrder(1).withInnerNorm(2).between(bar, EMPTY))
                .isCloseTo(4 / Math.sqrt(2), within(1e-12));
        assertThat(WassersteinDistance.ofOrder(3).withInnerNorm(1).between(bar, EMPTY))
                .isCloseTo(4, within(1e-12));
        assertThat(WassersteinDistance.ofOrder(2).withInnerNorm(2).between(diagram(0, 14), diagram(3, 18)))
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void amplitudesAreNormsOfHalfLengths() {
        PersistenceDiagram bars = diagram(0, 6, 1, 9);
        assertThat(new BottleneckDistance().amplitude(bars)).isEqualTo(4);
        assertThat(WassersteinDistance.ofOrder(1).amplitude(bars)).isEqualTo(7);
        assertThat(WassersteinDistance.ofOrder(2).amplitude(bars)).isEqualTo(5);
        assertThat(new BottleneckDistance().amplitude(diagram(0, INF))).isEqualTo(INF);
    }

    @Test
    void hugeUnitsAndHighOrdersDoNotOverflow() {
        PersistenceDiagram a = Figures.scaled(diagram(0, 4), 1e300);
        assertThat(WassersteinDistance.ofOrder(20).between(a, EMPTY)).isCloseTo(2e300, within(1e288));
        assertThat(WassersteinDistance.ofOrder(20).between(diagram(0, 4e-300), EMPTY))
                .isCloseTo(2e-300, within(1e-312));
    }

    @Test
    void pricesOfAnAuctionProveTheMatchingCheapest() {
        for (long seed = 0; seed < 5; seed++) {
            PersistenceDiagram a = Figures.random(120, 2, seed);
            PersistenceDiagram b = Figures.random(150, 2, seed + 100);
            WassersteinDistance distance = WassersteinDistance.ofOrder(2).withInnerNorm(2);
            Bounds bounds = distance.bounds(a, b, 1e-6);
            assertThat(distance.between(a, b)).isBetween(bounds.lower(), bounds.upper() + 1e-12);
            assertThat(bounds.upper()).isGreaterThan(bounds.lower());
        }
    }

    @Test
    void wrongChoicesAreRefused() {
        assertThatThrownBy(() -> WassersteinDistance.ofOrder(0.5)).hasMessageContaining("order is 0.5; it must be");
        assertThatThrownBy(() -> WassersteinDistance.ofOrder(INF)).hasMessageContaining("take the bottleneck distance");
        assertThatThrownBy(() -> WassersteinDistance.ofOrder(1).withInnerNorm(Double.NaN))
                .hasMessageContaining("inner norm is NaN");
        assertThatThrownBy(() -> WassersteinDistance.ofOrder(1).bounds(EMPTY, EMPTY, 0))
                .hasMessageContaining("relative error is 0.0");
        assertThatThrownBy(() -> new SlicedWassersteinDistance(0, Normalisation.NONE))
                .hasMessageContaining("number of directions is 0");
    }
}
