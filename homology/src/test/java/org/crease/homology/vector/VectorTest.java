package org.crease.homology.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.crease.homology.diagram.BettiCurve;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.junit.jupiter.api.Test;

/** Values known in closed form. */
class VectorTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final PersistenceDiagram TWO_BARS =
            new PersistenceDiagram.Builder(1).add(0, 4).add(1, 3).build();
    private static final PersistenceDiagram EMPTY = new PersistenceDiagram.Builder(1).build();
    private static final PersistenceDiagram ENDLESS =
            new PersistenceDiagram.Builder(0).add(0, INF).build();

    @Test
    void landscapesOrderTents() {
        Landscape landscape = Landscape.of(TWO_BARS, 3, 0, 1, 2, 2.5, 4, 5);
        assertThat(landscape.layers()[0]).containsExactly(0, 1, 2, 1.5, 0, 0);
        assertThat(landscape.layers()[1]).containsExactly(0, 0, 1, 0.5, 0, 0);
        assertThat(landscape.layers()[2]).containsOnly(0);
        assertThat(Landscape.of(ENDLESS, 1, 7).layers()[0]).containsExactly(7);
        assertThatThrownBy(() -> Landscape.of(EMPTY, 0)).hasMessageContaining("landscape of 0 layers");
    }

    @Test
    void theFirstLayerHasTheAreaOfTheLongTent() {
        double[] grid = BettiCurve.grid(4, 4001);
        double area = Arrays.stream(Landscape.of(TWO_BARS, 1, grid).layers()[0]).sum() * 0.001;
        assertThat(area).isCloseTo(4, within(1e-9)); // base 4, height 2
    }

    @Test
    void silhouettesWeighTents() {
        assertThat(Silhouette.of(TWO_BARS, 1, 1, 2).values()[1]).isCloseTo((4 * 2 + 2 * 1) / 6.0, within(1e-15));
        assertThat(Silhouette.of(TWO_BARS, 0, 1, 2).values()).containsExactly(0.5, 1.5);
        assertThat(Silhouette.of(TWO_BARS, 200, 2).values()[0]).isCloseTo(2, within(1e-12));
        assertThat(Silhouette.of(EMPTY, 1, 1, 2).values()).containsOnly(0);
        assertThatThrownBy(() -> Silhouette.of(ENDLESS, 1, 0)).hasMessageContaining("with 1 infinite bars; all must");
        assertThatThrownBy(() -> Silhouette.of(EMPTY, -1, 0)).hasMessageContaining("power is -1.0");
    }

    @Test
    void theEulerCurveOfASquareIsItsComplexes() {
        // Corners of the unit square: 4 points; 4 edges at 1; everything at √2, a simplex.
        PersistenceDiagram pieces = new PersistenceDiagram.Builder(0)
                .add(0, 1)
                .add(0, 1)
                .add(0, 1)
                .add(0, INF)
                .build();
        PersistenceDiagram loops =
                new PersistenceDiagram.Builder(1).add(1, Math.sqrt(2)).build();
        Diagrams diagrams = new Diagrams(2, INF, true, List.of(pieces, loops));
        assertThat(EulerCurve.of(diagrams, 0, 1, 1.5).values()).containsExactly(4, 0, 1);
    }

    @Test
    void theNormalDistributionIsTheTables() {
        assertThat(NormalDistribution.below(0)).isEqualTo(0.5);
        assertThat(NormalDistribution.below(1)).isCloseTo(0.8413447460685429, within(1e-15));
        assertThat(NormalDistribution.below(-1.959963984540054)).isCloseTo(0.025, within(1e-15));
        assertThat(NormalDistribution.below(-6)).isCloseTo(9.865876450376946e-10, within(1e-22));
        assertThat(NormalDistribution.below(6)).isCloseTo(1 - 9.865876450376946e-10, within(1e-15));
        assertThat(NormalDistribution.below(-50)).isZero();
        double near = NormalDistribution.below(-5 + 1e-13);
        assertThat(NormalDistribution.below(-5 - 1e-13)).isCloseTo(near, within(1e-15));
    }

    @Test
    void imagesKeepTheSumOfLengths() {
        PersistenceImage whole = PersistenceImage.of(TWO_BARS, 0.1, new PersistenceImage.Frame(-2, 3, 6, 20, 30));
        double sum =
                Arrays.stream(whole.pixels()).flatMapToDouble(Arrays::stream).sum();
        assertThat(sum).isCloseTo(6, within(1e-12));
        assertThat(whole.pixels()).hasDimensions(30, 20);
    }

    @Test
    void aPixelHoldsTheIntegralOverIt() {
        PersistenceDiagram bar = new PersistenceDiagram.Builder(1).add(0, 3).build();
        double[][] pixels = PersistenceImage.of(bar, 1, new PersistenceImage.Frame(-1, 1, 4, 2, 2))
                .pixels();
        double upToOne = 0.3413447460685429;
        assertThat(pixels[1][0]).isCloseTo(3 * upToOne * 2 * upToOne, within(1e-14));
        assertThat(pixels[0][1]).isCloseTo(3 * upToOne * (0.15865525393145707 - 0.0013498980316301), within(1e-14));
        assertThatThrownBy(() -> new PersistenceImage.Frame(0, 0, 1, 1, 1)).hasMessageContaining("births 0.0 to 0.0");
        assertThatThrownBy(() -> PersistenceImage.of(ENDLESS, 1, new PersistenceImage.Frame(0, 1, 1, 1, 1)))
                .hasMessageContaining("persistence image of a diagram with 1 infinite bars");
    }
}
