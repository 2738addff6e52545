package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.metric.DistanceMatrix;
import org.junit.jupiter.api.Test;

class VineyardTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /**
     * Valleys at heights {@code a} and {@code b} and one at -9, with passes between the first two and from {@code from}
     * to the last.
     */
    private static FilteredComplex valleys(double a, double b, int from, int to) throws InterruptedException {
        return FilteredComplex.builder()
                .add(a, 0)
                .add(b, 1)
                .add(-9, 2)
                .add(2, from, to)
                .add(3, 1, 2)
                .build();
    }

    private static List<String> text(Vineyard vineyard) {
        List<String> text = new ArrayList<>();
        for (Vine vine : vineyard.vines()) {
            StringBuilder line = new StringBuilder("H" + vine.dimension());
            for (int step = vine.firstStep(); step <= vine.lastStep(); step++) {
                line.append(" ").append(step).append(":");
                line.append(vine.birth(step)).append("-").append(vine.death(step));
            }
            text.add(line.toString());
        }
        return text;
    }

    @Test
    void barsThatEndApartCrossAndKeepTheirEnds() throws InterruptedException {
        // each valley has a pass of its own to the deepest
        Vineyard vineyard = Vineyard.of(List.of(valleys(0, 1, 0, 2), valleys(0.25, 0.75, 0, 2), valleys(1, 0, 0, 2)));
        assertThat(text(vineyard))
                .containsExactly(
                        "H0 0:-9.0-Infinity 1:-9.0-Infinity 2:-9.0-Infinity",
                        "H0 0:0.0-2.0 1:0.25-2.0 2:1.0-2.0",
                        "H0 0:1.0-3.0 1:0.75-3.0 2:0.0-3.0");
    }

    @Test
    void barsThatMeetAtAPassExchangeTheirValleys() throws InterruptedException {
        // the higher of the two valleys ends at the pass between them, whichever it is
        Vineyard vineyard = Vineyard.of(
                List.of(valleys(0, 1, 0, 1), valleys(0.25, 0.75, 0, 1), valleys(0.5, 0.5, 0, 1), valleys(1, 0, 0, 1)));
        assertThat(text(vineyard))
                .containsExactly(
                        "H0 0:-9.0-Infinity 1:-9.0-Infinity 2:-9.0-Infinity 3:-9.0-Infinity",
                        "H0 0:0.0-3.0 1:0.25-3.0 2:0.5-3.0 3:0.0-3.0",
                        "H0 0:1.0-2.0 1:0.75-2.0 2:0.5-2.0 3:1.0-2.0");
    }

    @Test
    void aVineComesOutOfTheDiagonalAndGoesBack() throws InterruptedException {
        List<FilteredComplex> sequence = new ArrayList<>();
        for (double height : new double[] {2, 2, 1, 0, 2, 1}) {
            sequence.add(FilteredComplex.builder()
                    .add(0, 0)
                    .add(height, 1)
                    .add(2, 0, 1)
                    .build());
        }
        assertThat(text(Vineyard.of(sequence)))
                .containsExactly(
                        "H0 0:0.0-Infinity 1:0.0-Infinity 2:0.0-Infinity 3:0.0-Infinity 4:0.0-Infinity 5:0.0-Infinity",
                        "H0 1:2.0-2.0 2:1.0-2.0 3:0.0-2.0 4:2.0-2.0",
                        "H0 4:2.0-2.0 5:1.0-2.0");
    }

    @Test
    void aLoopOfPointsThatMoveApartIsFollowedUpToTheScale() throws InterruptedException {
        List<DistanceMatrix> sequence = new ArrayList<>();
        for (float side : new float[] {1, 2, 3, 4}) {
            float diagonal = side + 1;
            sequence.add(DistanceMatrix.ofLower(new float[] {side, diagonal, side, side, diagonal, side}));
        }
        Vineyard vineyard = Vineyard.ofRips(sequence, 1, 3);
        assertThat(vineyard.vines().stream().filter(vine -> vine.dimension() == 1))
                .singleElement()
                .satisfies(vine -> {
                    assertThat(vine.births()).containsExactly(1, 2, 3);
                    assertThat(vine.deaths()).containsExactly(2, 3, INF);
                    assertThat(vine.firstStep()).isZero();
                });
        assertThat(vineyard.diagram(3, 0).infinite()).isEqualTo(4);
        assertThat(vineyard.steps()).isEqualTo(4);
    }

    @Test
    void sequencesThatDoNotFitAreRefused() throws InterruptedException {
        FilteredComplex two = FilteredComplex.builder().add(0, 0).add(0, 1).build();
        FilteredComplex other = FilteredComplex.builder().add(0, 0).add(0, 2).build();
        FilteredComplex three =
                FilteredComplex.builder().add(0, 0).add(0, 1).add(1, 0, 1).build();
        assertThatThrownBy(() -> Vineyard.of(List.of())).hasMessage("vineyard of no filtration; it needs at least one");
        assertThatThrownBy(() -> Vineyard.of(List.of(two, three)))
                .hasMessage("filtration 1 has 3 simplices, filtration 0 has 2; all must have the same");
        assertThatThrownBy(() -> Vineyard.of(List.of(two, other)))
                .hasMessage("filtration 1 lacks the simplex [1] of filtration 0; all must have the same");
        DistanceMatrix pair = DistanceMatrix.ofLower(new float[] {1});
        DistanceMatrix apart = DistanceMatrix.ofLower(new float[] {Float.POSITIVE_INFINITY});
        assertThatThrownBy(() -> Vineyard.ofRips(List.of(pair, DistanceMatrix.ofLower(new float[3])), 1, 2))
                .hasMessage("space 1 has 3 points, space 0 has 2; all must have equally many");
        assertThatThrownBy(() -> Vineyard.ofRips(List.of(pair, apart), 1, 2))
                .hasMessage("distance (0, 1) of space 1 is Infinity; it must be zero or positive, and finite");
        assertThatThrownBy(() -> Vineyard.ofRips(List.of(pair), -1, 2))
                .hasMessage("homology dimension is -1; it must not be negative");
        assertThatThrownBy(() -> Vineyard.ofRips(List.of(pair), 1, Double.NaN))
                .hasMessage("threshold is NaN; it must be zero or positive");
    }
}
