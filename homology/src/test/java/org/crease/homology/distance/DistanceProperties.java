package org.crease.homology.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crease.homology.diagram.PersistenceDiagram;

/** Definitions by brute force, and what every metric does. */
class DistanceProperties {
    private static final double TINY = 1e-9;

    @Provide
    Arbitrary<PersistenceDiagram> diagrams() {
        return Figures.small();
    }

    @Provide
    Arbitrary<DiagramDistance> distances() {
        return Arbitraries.of(List.of(
                new BottleneckDistance(),
                WassersteinDistance.ofOrder(1),
                WassersteinDistance.ofOrder(2).withInnerNorm(2),
                WassersteinDistance.ofOrder(3.5).withInnerNorm(1),
                new SlicedWassersteinDistance()));
    }

    private static void assertSame(double actual, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, within(TINY));
        }
    }

    @Property(tries = 1000)
    void bottleneckIsTheLeastOverAllMatchings(
            @ForAll("diagrams") PersistenceDiagram a, @ForAll("diagrams") PersistenceDiagram b) {
        assertThat(new BottleneckDistance().between(a, b)).isEqualTo(AllMatchings.bottleneck(a, b));
    }

    @Property(tries = 1000)
    void wassersteinIsTheLeastOverAllMatchings(
            @ForAll("diagrams") PersistenceDiagram a,
            @ForAll("diagrams") PersistenceDiagram b,
            @ForAll("orders") double order,
            @ForAll("norms") double norm) {
        WassersteinDistance distance = WassersteinDistance.ofOrder(order).withInnerNorm(norm);
        assertSame(distance.between(a, b), AllMatchings.wasserstein(a, b, order, norm));
    }

    /** As in dimension 0, where another algorithm is used. */
    @Property(tries = 1000)
    void wassersteinOfBarsBornAtOnceIsTheLeastOverAllMatchings(
            @ForAll("diagrams") PersistenceDiagram a,
            @ForAll("diagrams") PersistenceDiagram b,
            @ForAll("orders") double order,
            @ForAll("norms") double norm) {
        PersistenceDiagram first = bornAtOnce(a);
        PersistenceDiagram second = bornAtOnce(b);
        double expected = AllMatchings.wasserstein(first, second, order, norm);
        WassersteinDistance distance = WassersteinDistance.ofOrder(order).withInnerNorm(norm);
        assertSame(distance.between(first, second), expected);
        assertSame(distance.bounds(first, second, 0.5).upper(), expected);
    }

    private static PersistenceDiagram bornAtOnce(PersistenceDiagram diagram) {
        PersistenceDiagram.Builder builder = new PersistenceDiagram.Builder(0);
        for (int k = 0; k < diagram.size(); k++) {
            builder.add(-3, diagram.death(k) - diagram.birth(k) - 3);
        }
        return builder.build();
    }

    @Property(tries = 500)
    void boundsHoldTheDistance(
            @ForAll("diagrams") PersistenceDiagram a,
            @ForAll("diagrams") PersistenceDiagram b,
            @ForAll("orders") double order) {
        WassersteinDistance distance = WassersteinDistance.ofOrder(order);
        Bounds bounds = distance.bounds(a, b, 0.1);
        double exact = distance.between(a, b);
        assertThat(bounds.relativeError()).isLessThanOrEqualTo(0.1);
        assertThat(bounds.lower()).isLessThanOrEqualTo(exact + TINY);
        assertThat(bounds.upper()).isGreaterThanOrEqualTo(exact - TINY);
    }

    @Provide
    Arbitrary<Double> orders() {
        return Arbitraries.of(1.0, 1.5, 2.0, 4.0);
    }

    @Provide
    Arbitrary<Double> norms() {
        return Arbitraries.of(1.0, 2.0, 3.0, Double.POSITIVE_INFINITY);
    }

    @Property(tries = 500)
    void allAreSymmetricAndZeroOnEqualDiagrams(
            @ForAll("distances") DiagramDistance distance,
            @ForAll("diagrams") PersistenceDiagram a,
            @ForAll("diagrams") PersistenceDiagram b) {
        assertThat(distance.between(a, a)).isZero();
        assertSame(distance.between(a, b), distance.between(b, a));
        if (!a.equals(b)) {
            assertThat(distance.between(a, b)).isPositive();
        }
    }

    @Property(tries = 500)
    void allObeyTheTriangleInequality(
            @ForAll("distances") DiagramDistance distance,
            @ForAll("diagrams") PersistenceDiagram a,
            @ForAll("diagrams") PersistenceDiagram b,
            @ForAll("diagrams") PersistenceDiagram c) {
        assertThat(distance.between(a, c)).isLessThanOrEqualTo(distance.between(a, b) + distance.between(b, c) + TINY);
    }

    @Property(tries = 300)
    void allScaleWithTheUnit(
            @ForAll("distances") DiagramDistance distance,
            @ForAll("diagrams") PersistenceDiagram a,
            @ForAll("diagrams") PersistenceDiagram b) {
        assertSame(distance.between(Figures.scaled(a, 3), Figures.scaled(b, 3)), 3 * distance.between(a, b));
    }

    @Property(tries = 300)
    void differentNumbersOfInfiniteBarsAreInfinitelyFarApart(
            @ForAll("distances") DiagramDistance distance,
            @ForAll("diagrams") PersistenceDiagram a,
            @ForAll("diagrams") PersistenceDiagram b) {
        assertThat(Double.isInfinite(distance.between(a, b))).isEqualTo(a.infinite() != b.infinite());
    }
}
