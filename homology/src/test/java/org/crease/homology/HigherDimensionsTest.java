package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dimension 2 and above, and fields other than Z/2, where homology is known. */
class HigherDimensionsTest {

    /** The corners of the cross-polytope: each is at 1 from all others but its opposite, which is at 2. */
    private static DistanceMatrix crossPolytope(int axes) {
        float[] lower = new float[axes * (2 * axes - 1)];
        Arrays.fill(lower, 1);
        for (int axis = 0; axis < axes; axis++) {
            lower[DistanceMatrix.index(2 * axis, 2 * axis + 1)] = 2;
        }
        return DistanceMatrix.ofLower(lower);
    }

    private static long longBars(FiniteMetricSpace space, int dimension, int prime, double length)
            throws InterruptedException {
        return VietorisRips.upToDimension(2)
                .over(prime)
                .diagrams(space)
                .of(dimension)
                .lifespans()
                .countLongerThan(length);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void crossPolytopeIsASphereUntilItsAxesAreJoined(int axes) throws InterruptedException {
        for (int prime : new int[] {2, 3, 47}) {
            Diagrams diagrams = VietorisRips.upToDimension(6).over(prime).diagrams(crossPolytope(axes));
            for (PersistenceDiagram diagram : diagrams.byDimension()) {
                int expected = diagram.dimension() == axes - 1 ? 1 : diagram.dimension() == 0 ? 2 * axes : 0;
                assertThat(diagram.size()).isEqualTo(expected);
            }
            assertThat(diagrams.of(axes - 1).birth(0)).isEqualTo(1);
            assertThat(diagrams.of(axes - 1).death(0)).isEqualTo(2);
            assertThat(diagrams.field()).isEqualTo(prime);
        }
    }

    /** At the length of its short diagonals, the hexagon's complex is an octahedron. */
    @Test
    void regularHexagonHasAVoidFromShortToLongDiagonal() throws InterruptedException {
        PersistenceDiagram h2 =
                VietorisRips.upToDimension(2).diagrams(Spaces.regularPolygon(6)).of(2);
        assertThat(h2.lifespans().countLongerThan(1e-5)).isEqualTo(1);
        assertThat(h2.birth(h2.size() - 1)).isCloseTo(Math.sqrt(3), within(1e-6));
        assertThat(h2.death(h2.size() - 1)).isCloseTo(2, within(1e-6));
    }

    /** H1 is Z/2: a class over Z/2, none over other fields. H2 is none, and a class over Z/2 for the same reason. */
    @Test
    void p8_projectivePlaneHasATwistedLoopOverTwoElementsOnly() throws InterruptedException {
        FiniteMetricSpace plane = Spaces.projectivePlane(80);
        assertThat(longBars(plane, 1, 2, 0.3)).isEqualTo(1);
        assertThat(longBars(plane, 2, 2, 0.15)).isEqualTo(1);
        for (int prime : new int[] {3, 5, 47}) {
            assertThat(longBars(plane, 1, prime, 0.3)).isZero();
            assertThat(longBars(plane, 2, prime, 0.15)).isZero();
        }
    }

    /** H1 is Z + Z/2, and the closed surface is a cycle over Z/2 only. */
    @Test
    void p8_kleinBottleHasASecondLoopOverTwoElementsOnly() throws InterruptedException {
        FiniteMetricSpace bottle = Spaces.flatKleinBottle(8);
        assertThat(longBars(bottle, 1, 2, 0.15)).isEqualTo(2);
        assertThat(longBars(bottle, 1, 3, 0.15)).isEqualTo(1);
        assertThat(longBars(bottle, 1, 65_519, 0.15)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-3, 0, 1, 4, 9, 65_521, 65_536})
    void p8_fieldThatIsNoSmallPrimeIsRefused(int modulus) {
        VietorisRips rips = VietorisRips.upToDimension(1);
        assertThatThrownBy(() -> rips.over(modulus))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field of coefficients has " + modulus + " elements; it must be a prime below 65521");
    }

    @Test
    void p5_moreSimplicesThanALongCanNumberAreRefusedWithTheNumbers() {
        VietorisRips rips = VietorisRips.upToDimension(38).upToScale(1);
        DistanceMatrix matrix = Spaces.integers(80, 9, 1);
        assertThatThrownBy(() -> rips.diagrams(matrix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sets of 40 out of 80 points")
                .hasMessageContaining("dimension 38")
                .hasMessageContaining("9223372036854775807");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void p1_fewPointsHaveNoHigherHomology(int points) throws InterruptedException {
        FiniteMetricSpace space =
                Spaces.integers(3, 5, 2).subspace(IntStream.range(0, points).toArray());
        Diagrams diagrams = VietorisRips.upToDimension(4).over(3).diagrams(space);
        assertThat(diagrams.byDimension()).hasSize(5);
        assertThat(diagrams.of(0).infinite()).isEqualTo(Math.min(points, 1));
        for (int dimension = 1; dimension <= 4; dimension++) {
            assertThat(diagrams.of(dimension).size()).isZero();
        }
    }
}
