package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.SparseDistances;
import org.junit.jupiter.api.Test;

class MinimumSpanningTreeTest {

    @Test
    void latticeTreeTakesUnitSteps() throws InterruptedException {
        MinimumSpanningTree tree = MinimumSpanningTree.of(Spaces.lattice(5, 2));
        assertThat(tree.lengths()).hasSize(24).containsOnly(1f);
        assertThat(tree.totalLength()).isEqualTo(24);
        assertThat(tree.components()).isEqualTo(1);
    }

    @Test
    void infiniteDistancesLeaveAForest() throws InterruptedException {
        float far = Float.POSITIVE_INFINITY;
        MinimumSpanningTree forest = MinimumSpanningTree.of(DistanceMatrix.ofLower(1, far, far, far, far, 2));
        assertThat(forest.lengths()).containsExactly(1, 2);
        assertThat(forest.components()).isEqualTo(2);
    }

    @Test
    void forestOfSparseDistancesIsThatOfTheirMatrix() throws InterruptedException {
        SparseDistances pairs = SparseDistances.within(Spaces.integers(60, 40, 3), 2);
        MinimumSpanningTree sparse = MinimumSpanningTree.of(pairs);
        MinimumSpanningTree dense = MinimumSpanningTree.of(DistanceMatrix.of(pairs));
        assertThat(sparse.lengths()).isEqualTo(dense.lengths());
        assertThat(sparse.components()).isEqualTo(dense.components());
        assertThat(VietorisRips.upToDimension(0).upToScale(1).diagrams(pairs))
                .isEqualTo(VietorisRips.upToDimension(0).upToScale(1).diagrams(DistanceMatrix.of(pairs)));
    }

    @Test
    void longPathOfSparseDistancesIsATree() throws InterruptedException {
        SparseDistances.Builder path = new SparseDistances.Builder(200_000);
        for (int k = 1; k < 200_000; k++) {
            path.add(k, k - 1, k % 7);
        }
        MinimumSpanningTree tree = MinimumSpanningTree.of(path.build());
        assertThat(tree.components()).isEqualTo(1);
        assertThat(tree.lengths()).hasSize(199_999);
        assertThat(tree.diagram(3).infinite()).isEqualTo(1 + 3 * 28_571);
    }

    @Test
    void noPointIsNoTree() throws InterruptedException {
        MinimumSpanningTree tree = MinimumSpanningTree.of(Spaces.lattice(0, 1));
        assertThat(tree.size()).isZero();
        assertThat(tree.components()).isZero();
        assertThat(tree.totalLength()).isZero();
    }

    @Test
    void onePointIsATreeWithoutEdges() throws InterruptedException {
        MinimumSpanningTree tree = MinimumSpanningTree.of(DistanceMatrix.ofLower());
        assertThat(tree.components()).isEqualTo(1);
        assertThat(tree.lengths()).isEmpty();
    }

    @Test
    void lengthScalesWithTheCloud() throws InterruptedException {
        var cloud = Spaces.gaussian(100, 3, 4);
        float[] doubled = cloud.toArray();
        for (int k = 0; k < doubled.length; k++) {
            doubled[k] *= 2;
        }
        var twice = PointCloud.of(doubled, 100, 3);
        assertThat(MinimumSpanningTree.of(Metric.euclidean().on(twice)).totalLength())
                .isEqualTo(
                        2 * MinimumSpanningTree.of(Metric.euclidean().on(cloud)).totalLength());
    }
}
