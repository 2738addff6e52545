package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.crease.homology.diagram.BettiCurve;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.distance.Bounds;
import org.crease.homology.distance.SlicedWassersteinDistance;
import org.crease.homology.distance.WassersteinDistance;
import org.crease.homology.vector.Landscape;
import org.crease.homology.vector.PersistenceImage;
import org.junit.jupiter.api.Test;

/** The lines of {@code docs/distances.md}. */
class DistancesGuideTest {

    @Test
    void theLinesOfTheGuideWork() {
        // guide: begin
        PersistenceDiagram a =
                new PersistenceDiagram.Builder(1).add(0.1, 0.9).add(0.3, 0.4).build();
        PersistenceDiagram b = new PersistenceDiagram.Builder(1).add(0.2, 1.0).build();
        double bottleneck = new BottleneckDistance().between(a, b); // 0.1
        double wasserstein = WassersteinDistance.ofOrder(1).between(a, b); // 0.15
        double hera = WassersteinDistance.ofOrder(2).withInnerNorm(2).between(a, b); // about 0.158
        Bounds bounds = WassersteinDistance.ofOrder(1).bounds(a, b, 0.01); // within one percent
        double sliced = new SlicedWassersteinDistance().between(a, b); // 50 directions
        double amplitude = new BottleneckDistance().amplitude(a); // 0.4, half the longest bar
        Landscape landscape = Landscape.of(a, 2, BettiCurve.grid(1.0, 101));
        PersistenceImage image = PersistenceImage.of(a, 0.05, new PersistenceImage.Frame(0, 1, 1, 20, 20));
        // guide: end
        assertThat(bottleneck).isCloseTo(0.1, within(1e-12));
        assertThat(wasserstein).isCloseTo(0.15, within(1e-12));
        assertThat(hera).isCloseTo(Math.sqrt(0.02 + 0.005), within(1e-12));
        assertThat(bounds.upper()).isCloseTo(0.15, within(0.0015));
        assertThat(sliced).isPositive();
        assertThat(amplitude).isCloseTo(0.4, within(1e-12));
        assertThat(landscape.layers()).hasDimensions(2, 101);
        assertThat(image.pixels()).hasDimensions(20, 20);
    }
}
