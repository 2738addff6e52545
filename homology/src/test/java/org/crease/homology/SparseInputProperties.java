package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;
import org.junit.jupiter.api.Test;

class SparseInputProperties {

    /** A triangulated torus: a square lattice with one diagonal in each square, its sides glued. */
    private static SparseDistances torus(int side) {
        SparseDistances.Builder pairs = new SparseDistances.Builder(side * side);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                int right = (x + 1) % side;
                int up = (y + 1) % side;
                pairs.add(x * side + y, right * side + y, 1);
                pairs.add(x * side + y, x * side + up, 1);
                pairs.add(x * side + y, right * side + up, 2);
            }
        }
        return pairs.build();
    }

    @Test
    void torusOf22500PointsHasTwoLoopsAndAVoid() throws InterruptedException {
        Diagrams diagrams = VietorisRips.upToDimension(2).over(3).diagrams(torus(150));
        assertThat(diagrams.of(0).infinite()).isEqualTo(1);
        assertThat(diagrams.of(1).infinite()).isEqualTo(2);
        assertThat(diagrams.of(1).size()).isEqualTo(150 * 150 + 1);
        assertThat(diagrams.of(2).size()).isEqualTo(1);
        assertThat(diagrams.of(2).birth(0)).isEqualTo(2);
        assertThat(diagrams.of(2).death(0)).isInfinite();
        assertThat(diagrams.complete()).isTrue();
        assertThat(diagrams.threshold()).isEqualTo(2);
    }

    @Test
    void thresholdBelowTheLastLengthIsIncomplete() throws InterruptedException {
        Diagrams diagrams = VietorisRips.upToDimension(1).upToScale(1).diagrams(torus(20));
        assertThat(diagrams.complete()).isFalse();
        assertThat(diagrams.of(1).infinite()).isEqualTo(401);
    }

    @Test
    void pairsWithinAScaleGiveTheFiltrationUpToIt() throws InterruptedException {
        FiniteMetricSpace cloud = Metric.euclidean().on(Spaces.noisyTorus(400, 9));
        SparseDistances near = SparseDistances.within(cloud, 0.5);
        assertThat(near.pairs()).isLessThan(400 * 399 / 64);
        assertThat(VietorisRips.upToDimension(2).diagrams(near).byDimension())
                .isEqualTo(VietorisRips.upToDimension(2)
                        .upToScale(0.5)
                        .diagrams(cloud)
                        .byDimension());
    }

    /** So many points are joined pair by pair, without a matrix of all distances. */
    @Test
    void pointsUpToAScaleGiveTheSameWithAndWithoutAMatrix() throws InterruptedException {
        FiniteMetricSpace cloud = Metric.euclidean().on(Spaces.noisyTorus(1500, 4));
        VietorisRips rips = VietorisRips.upToDimension(2).upToScale(0.15);
        Diagrams diagrams = rips.diagrams(cloud);
        assertThat(diagrams).isEqualTo(rips.diagrams(DistanceMatrix.of(cloud)));
        assertThat(diagrams.complete()).isFalse();
        assertThat(diagrams.threshold()).isEqualTo(0.15);
    }

    /** More points than have a table of pairs that a Java array can hold. */
    @Test
    void cycleOf60000PointsIsALoop() throws InterruptedException {
        SparseDistances.Builder pairs = new SparseDistances.Builder(60_000);
        for (int k = 0; k < 60_000; k++) {
            pairs.add(k, (k + 1) % 60_000, 1 + k % 3);
        }
        Diagrams diagrams = VietorisRips.upToDimension(2).diagrams(pairs.build());
        assertThat(diagrams.of(0).infinite()).isEqualTo(1);
        assertThat(diagrams.of(0).size()).isEqualTo(60_000);
        assertThat(diagrams.of(1).size()).isEqualTo(1);
        assertThat(diagrams.of(1).birth(0)).isEqualTo(3);
        assertThat(diagrams.of(2).size()).isZero();
    }

    @Test
    void pointsWithoutNeighboursAreComponents() throws InterruptedException {
        Diagrams diagrams = VietorisRips.upToDimension(2).diagrams(new SparseDistances.Builder(7).build());
        assertThat(diagrams.of(0).infinite()).isEqualTo(7);
        assertThat(diagrams.threshold()).isZero();
        assertThat(VietorisRips.upToDimension(1)
                        .diagrams(new SparseDistances.Builder(0).build())
                        .of(0)
                        .size())
                .isZero();
    }

    @Property(tries = 100)
    void p9_bothFormsOfTheGraphGiveTheSame(@ForAll long seed) throws InterruptedException {
        DistanceMatrix matrix = Spaces.integers(20, 9, seed);
        SortedEdges dense = SortedEdges.upTo(matrix, 5, 2);
        SortedEdges sparse = SortedEdges.upTo(SparseDistances.within(matrix, 5), 9);
        assertThat(sparse.ends()).isEqualTo(dense.ends());
        PrimeField field = PrimeField.of(3);
        Iterable<PersistenceDiagram> expected = new Cohomology(dense, new DenseGraph(20, dense), field).diagrams(3);
        assertThat(new Cohomology(sparse, new SparseGraph(20, sparse), field).diagrams(3))
                .isEqualTo(expected);
    }
}
