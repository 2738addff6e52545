package org.crease.homology.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersistenceDiagramTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final PersistenceDiagram DIAGRAM = new PersistenceDiagram.Builder(1)
            .add(2, NEVER)
            .add(1, 4)
            .add(1, 2)
            .add(3, 3)
            .build();

    @Test
    void barsAreSortedAndThoseOfLengthZeroLeftOut() {
        assertThat(DIAGRAM.toArray()).containsExactly(1, 2, 1, 4, 2, NEVER);
        assertThat(DIAGRAM.size()).isEqualTo(3);
    }

    @Test
    void classLivesFromBirthUntilBeforeItsDeath() {
        assertThat(DIAGRAM.bettiNumber(0.5)).isZero();
        assertThat(DIAGRAM.bettiNumber(1)).isEqualTo(2);
        assertThat(DIAGRAM.bettiNumber(2)).isEqualTo(2);
        assertThat(DIAGRAM.bettiNumber(100)).isEqualTo(1);
    }

    @Test
    void p3_infiniteBarsAreCountedApartFromLengths() {
        assertThat(DIAGRAM.infinite()).isEqualTo(1);
        assertThat(DIAGRAM.lifespans().count()).isEqualTo(2);
        assertThat(DIAGRAM.lifespans().total()).isEqualTo(4);
    }

    @Test
    void p3_cappedDiagramCountsInfiniteBarsWithALength() {
        PersistenceDiagram capped = DIAGRAM.cappedAt(7);
        assertThat(capped.infinite()).isZero();
        assertThat(capped.lifespans().longest()).isEqualTo(5);
        assertThatThrownBy(() -> DIAGRAM.cappedAt(1.5)).hasMessageContaining("bar from 2.0 to 1.5");
    }

    @Test
    void lifespansHaveSumsAndPowers() {
        Lifespans lifespans = DIAGRAM.lifespans();
        assertThat(lifespans.total(2)).isEqualTo(1 + 9);
        assertThat(lifespans.longest()).isEqualTo(3);
        assertThat(lifespans.countLongerThan(1)).isEqualTo(1);
    }

    @Test
    void entropyIsThatOfTheShares() {
        double expected = -(0.25 * Math.log(0.25) + 0.75 * Math.log(0.75));
        assertThat(DIAGRAM.lifespans().entropy()).isCloseTo(expected, within(1e-15));
        assertThat(bars(0, 5).lifespans().entropy()).isEqualTo(0.0);
        assertThat(bars(0, 2, 1, 3, 4, 6).lifespans().entropy()).isCloseTo(Math.log(3), within(1e-15));
    }

    @Test
    void r5_noBarHasNoEntropyAndNoLength() {
        assertThat(bars().lifespans().entropy()).isNaN();
        assertThat(bars().lifespans().total()).isZero();
        assertThat(bars().lifespans().longest()).isZero();
    }

    @Test
    void bettiCurveCountsOnAGrid() {
        double[] grid = BettiCurve.grid(4, 5);
        assertThat(grid).containsExactly(0, 1, 2, 3, 4);
        assertThat(BettiCurve.of(DIAGRAM, grid).values()).containsExactly(0, 2, 2, 2, 1);
        assertThatThrownBy(() -> BettiCurve.grid(4, 1)).hasMessage("grid of 1 scales; at least 2 are needed");
    }

    @Test
    void equalBarsAreEqualDiagrams() {
        assertThat(bars(1, 2, 0, 5)).isEqualTo(bars(0, 5, 1, 2)).hasSameHashCodeAs(bars(0, 5, 1, 2));
        assertThat(bars(1, 2)).isNotEqualTo(bars(1, 3));
        assertThat(bars(1, 2)).hasToString("H1{[1.0, 2.0)}");
    }

    @Test
    void barsThatEndBeforeTheyBeginAreRefused() {
        PersistenceDiagram.Builder builder = new PersistenceDiagram.Builder(0);
        assertThatThrownBy(() -> builder.add(2, 1)).hasMessageContaining("bar from 2.0 to 1.0");
        assertThatThrownBy(() -> builder.add(0, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> builder.add(NEVER, NEVER)).hasMessageContaining("birth must be finite");
        assertThatThrownBy(() -> new PersistenceDiagram.Builder(-1)).hasMessageContaining("must not be negative");
    }

    @Test
    void diagramsAreAskedForByDimension() {
        Diagrams diagrams = new Diagrams(2, 4, true, List.of(new PersistenceDiagram.Builder(0).build(), DIAGRAM));
        assertThat(diagrams.of(1)).isSameAs(DIAGRAM);
        assertThatThrownBy(() -> diagrams.of(2)).hasMessage("no diagram of dimension 2; there are those of 0 to 1");
        assertThatThrownBy(() -> new Diagrams(2, 4, true, List.of(DIAGRAM))).hasMessageContaining("order of dimension");
    }

    @Test
    void normalisedDiagramsEndAtOne() {
        PersistenceDiagram points =
                new PersistenceDiagram.Builder(0).add(0, 2).add(0, NEVER).build();
        Diagrams diagrams = new Diagrams(2, 8, true, List.of(points, DIAGRAM));
        assertThat(diagrams.largest()).isEqualTo(4);
        Diagrams normalised = diagrams.normalised();
        assertThat(normalised.threshold()).isEqualTo(2);
        assertThat(normalised.of(0).toArray()).containsExactly(0, 0.5, 0, NEVER);
        assertThat(normalised.of(1)).isEqualTo(bars(0.25, 1, 0.25, 0.5, 0.5, NEVER));
        Diagrams point = new Diagrams(
                2,
                0,
                true,
                List.of(new PersistenceDiagram.Builder(0).add(0, NEVER).build()));
        assertThat(point.normalised()).isSameAs(point);
    }

    private static PersistenceDiagram bars(double... rows) {
        PersistenceDiagram.Builder builder = new PersistenceDiagram.Builder(1);
        for (int k = 0; k < rows.length; k += 2) {
            builder.add(rows[k], rows[k + 1]);
        }
        return builder.build();
    }
}
