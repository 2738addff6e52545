package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.crease.homology.metric.DistanceMatrix;
import org.junit.jupiter.api.Test;

class LuneGradientTest {

    private static Optional<LuneGradient> gradient(DistanceMatrix matrix, int dimension) throws InterruptedException {
        return LuneGradient.of(
                matrix.size(), SortedEdges.upTo(matrix, Double.POSITIVE_INFINITY, 1), dimension, 1, Watch.none());
    }

    @Test
    void nothingIsCriticalOnALineButTheEdgesBetweenNeighbours() throws InterruptedException {
        LuneGradient gradient =
                gradient(DistanceMatrix.of(Spaces.lattice(20, 1)), 2).orElseThrow();
        for (int i = 1; i < 20; i++) {
            for (int j = 0; j < i; j++) {
                int edge = gradient.rank(i, j);
                assertThat(gradient.isAlone(edge)).isEqualTo(i == j + 1);
                assertThat(gradient.critical(edge)).isEmpty();
            }
        }
    }

    @Test
    void apexIsThePartnerOfASimplex() throws InterruptedException {
        // the edge (0, 1) comes last; its lune is 2 and 3, joined
        LuneGradient gradient =
                gradient(DistanceMatrix.ofLower(9, 1, 2, 3, 4, 5), 2).orElseThrow();
        assertThat(gradient.rank(0, 1)).isEqualTo(5);
        assertThat(gradient.partner(new int[] {1, 0}, 2)).isIn(2, 3);
        assertThat(gradient.partner(new int[] {3, 2, 1, 0}, 4)).isEqualTo(gradient.partner(new int[] {1, 0}, 2));
    }

    @Test
    void thereIsNoneWhereMostSimplicesWouldBeCritical() throws InterruptedException {
        assertThat(gradient(Spaces.integers(150, 1_000_000, 3), 3)).isEmpty();
        assertThat(gradient(Spaces.integers(30, 1_000_000, 3), 3)).isPresent();
    }
}
