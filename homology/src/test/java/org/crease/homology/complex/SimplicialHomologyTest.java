package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.junit.jupiter.api.Test;

class SimplicialHomologyTest {

    private static int[] bettiNumbers(Diagrams diagrams) {
        return diagrams.byDimension().stream()
                .mapToInt(PersistenceDiagram::infinite)
                .toArray();
    }

    private static int[] bettiNumbers(int prime, int[]... facets) throws InterruptedException {
        return bettiNumbers(SimplicialHomology.over(prime).diagrams(Complexes.of(facets)));
    }

    private static int[] relative(int[][] facets, int[]... part) throws InterruptedException {
        return bettiNumbers(SimplicialHomology.over(2).diagrams(Complexes.of(facets), Complexes.of(part)));
    }

    @Test
    void p8_closedSurfacesHaveTheirBettiNumbers() throws InterruptedException {
        assertThat(bettiNumbers(2, Complexes.torus())).containsExactly(1, 2, 1);
        assertThat(bettiNumbers(3, Complexes.torus())).containsExactly(1, 2, 1);
        assertThat(bettiNumbers(2, Complexes.projectivePlane())).containsExactly(1, 1, 1);
        assertThat(bettiNumbers(3, Complexes.projectivePlane())).containsExactly(1, 0, 0);
    }

    @Test
    void barsOfATriangleThatFillsAreAsByHand() throws InterruptedException {
        FilteredComplex complex = FilteredComplex.builder()
                .add(-1, 0)
                .add(0, 1)
                .add(0, 2)
                .add(1, 0, 1)
                .add(2, 1, 2)
                .add(3, 0, 2)
                .add(5, 0, 1, 2)
                .add(7, 3)
                .build();
        Diagrams diagrams = SimplicialHomology.over(2).diagrams(complex);
        assertThat(diagrams.of(0))
                .isEqualTo(new PersistenceDiagram.Builder(0)
                        .add(-1, Double.POSITIVE_INFINITY)
                        .add(0, 1)
                        .add(0, 2)
                        .add(7, Double.POSITIVE_INFINITY)
                        .build());
        assertThat(diagrams.of(1))
                .isEqualTo(new PersistenceDiagram.Builder(1).add(3, 5).build());
        assertThat(diagrams.of(2).size()).isZero();
        assertThat(diagrams.complete()).isTrue();
        assertThat(diagrams.threshold()).isEqualTo(7);
        assertThat(diagrams.field()).isEqualTo(2);
        assertThat(SimplicialHomology.over(2).pairs(complex))
                .contains(new SimplexPair(1, complex.find(0, 2), complex.find(0, 1, 2)))
                .contains(new SimplexPair(0, complex.find(3), SimplexPair.NEVER));
    }

    @Test
    void aDiskRelativeToItsBoundaryIsASphere() throws InterruptedException {
        assertThat(relative(new int[][] {{0, 1, 2}}, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 2}))
                .containsExactly(0, 0, 1);
    }

    @Test
    void anAnnulusRelativeToOneBoundaryHasNoHomologyRelativeToBothItHasThatOfAPinchedTorus()
            throws InterruptedException {
        int[][] annulus = {{0, 1, 3}, {1, 3, 4}, {1, 2, 4}, {2, 4, 5}, {2, 0, 5}, {0, 5, 3}};
        assertThat(relative(annulus, new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 2}))
                .containsExactly(0, 0, 0);
        assertThat(relative(
                        annulus,
                        new int[] {0, 1},
                        new int[] {1, 2},
                        new int[] {0, 2},
                        new int[] {3, 4},
                        new int[] {4, 5},
                        new int[] {3, 5}))
                .containsExactly(0, 1, 1);
    }

    @Test
    void aTorusRelativeToAMeridianHasOneLoopAndOneVoid() throws InterruptedException {
        assertThat(relative(Complexes.torus(), new int[] {0, 1}, new int[] {1, 2}, new int[] {0, 2}))
                .containsExactly(0, 1, 1);
    }

    @Test
    void relativeToNothingIsAbsolute() throws InterruptedException {
        FilteredComplex torus = Complexes.of(Complexes.torus());
        SimplicialHomology homology = SimplicialHomology.over(2);
        assertThat(homology.diagrams(torus, RankFunction.nothing())).isEqualTo(homology.diagrams(torus));
    }

    @Test
    void aPartThatIsNoneIsRefused() throws InterruptedException {
        FilteredComplex edge =
                FilteredComplex.builder().add(0, 0).add(2, 1).add(3, 0, 1).build();
        FilteredComplex elsewhere = FilteredComplex.builder().add(0, 5).build();
        FilteredComplex early = FilteredComplex.builder().add(1, 1).build();
        assertThatThrownBy(() -> SimplicialHomology.over(2).diagrams(edge, elsewhere))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("simplex [5] of the part is not in the complex; every simplex of the part must be");
        assertThatThrownBy(() -> SimplicialHomology.over(2).diagrams(edge, early))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "simplex [1] enters the part at 1.0, the complex at 2.0; it must not enter the part before");
    }

    @Test
    void cyclesOfADimensionThatIsNoneAreRefused() {
        assertThatThrownBy(() -> SimplicialHomology.over(2).cycles(Complexes.of(Complexes.torus()), 3))
                .hasMessage("homology dimension is 3; it must be from 0 to 2, the dimension of the complex");
    }

    @Test
    void p8_fieldsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> SimplicialHomology.over(6)).hasMessageContaining("6 elements");
    }
}
