package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
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
