package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.Metric;
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

    /** Where a lune has several apexes, each thread takes the same. */
    @Test
    void threadsChangeNothing() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(Spaces.noisyTorus(200, 7)));
        SortedEdges edges = SortedEdges.upTo(matrix, Double.POSITIVE_INFINITY, 1);
        int[] expected = apexes(edges, LuneGradient.dense(200, edges, 2, Long.MAX_VALUE, 1, Watch.none()));
        assertThat(expected).contains(LuneCollapses.EMPTY, LuneCollapses.NO_APEX);
        for (int threads = 2; threads <= 4; threads++) {
            assertThat(apexes(edges, LuneGradient.dense(200, edges, 2, Long.MAX_VALUE, threads, Watch.none())))
                    .isEqualTo(expected);
            assertThat(apexes(edges, LuneGradient.sparse(200, edges, 2, Long.MAX_VALUE, threads, Watch.none())))
                    .isEqualTo(apexes(edges, LuneGradient.sparse(200, edges, 2, Long.MAX_VALUE, 1, Watch.none())));
        }
    }

    private static int[] apexes(SortedEdges edges, Optional<LuneGradient> gradient) {
        return IntStream.range(0, edges.count())
                .map(gradient.orElseThrow()::apex)
                .toArray();
    }

    /** Of 150 points 820 000 are; lunes take seconds all the same, implicit cohomology had not ended after 17 minutes. */
    @Test
    void thereIsOneOfIndependentWeights() throws InterruptedException {
        assertThat(gradient(Spaces.integers(150, 1_000_000, 3), 3)).isPresent();
    }

    @Test
    void thereIsNoneWhereMoreSimplicesWouldBeCriticalThanMayBeHeld() throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(60, 1_000_000, 3);
        SortedEdges edges = SortedEdges.upTo(matrix, Double.POSITIVE_INFINITY, 1);
        long critical = 0;
        for (Collapse collapse : gradient(matrix, 3).orElseThrow().collapses()) {
            critical += collapse.criticalCliques();
        }
        assertThat(LuneGradient.of(60, edges, 3, critical, 1, Watch.none())).isPresent();
        assertThat(LuneGradient.of(60, edges, 3, critical - 1, 1, Watch.none())).isEmpty();
    }
}
