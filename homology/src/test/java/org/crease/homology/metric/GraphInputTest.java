package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.SparseDistances.Symmetry;
import org.junit.jupiter.api.Test;

class GraphInputTest {

    /** A pentagon with sides 1 to 5 and one chord: two loops, one of them with the triangle that the chord closes. */
    @Test
    void weightedGraphIsFilteredByItsCliques() throws InterruptedException {
        int[] from = {0, 1, 2, 3, 4, 0};
        int[] to = {1, 2, 3, 4, 0, 2};
        Diagrams diagrams = VietorisRips.upToDimension(1)
                .diagrams(SparseDistances.ofGraph(6, from, to, new float[] {1, 2, 3, 4, 5, 6}));
        assertThat(diagrams.of(0).infinite()).isEqualTo(2); // the sixth point has no edge
        assertThat(diagrams.of(1).toArray()).containsExactly(5, Double.POSITIVE_INFINITY);
    }

    @Test
    void distancesAlongAWeightedGraphAreItsShortestPaths() throws InterruptedException {
        SparseDistances graph =
                SparseDistances.ofGraph(4, new int[] {0, 1, 0}, new int[] {1, 2, 2}, new float[] {1, 2, 10});
        DistanceMatrix along = GeodesicDistance.along(graph);
        assertThat(along.distance(0, 2)).isEqualTo(3);
        assertThat(along.distance(0, 3)).isInfinite();
    }

    @Test
    void p4_graphWhoseArraysDifferIsRefused() {
        assertThatThrownBy(() -> SparseDistances.ofGraph(2, new int[1], new int[2], new float[1]))
                .hasMessage("graph has edges from 1 points to 2 points with 1 weights; there must be equally many");
        assertThatThrownBy(() -> SparseDistances.ofGraph(2, new int[] {0}, new int[] {1}, new float[] {-1}))
                .hasMessageContaining("distance (0, 1) is -1.0");
    }

    @Test
    void oneSidedNeighboursAreJoinedInTheUnionOnly() throws InterruptedException {
        // The nearest of the point at 5 is that at 1, whose nearest is that at 0.
        FiniteMetricSpace line = Metric.euclidean().on(PointCloud.of(new float[][] {{0}, {1}, {5}}));
        assertThat(SparseDistances.ofNearest(line, 1, Symmetry.UNION).pairs()).isEqualTo(2);
        SparseDistances mutual = SparseDistances.ofNearest(line, 1, Symmetry.MUTUAL);
        assertThat(mutual.pairs()).isEqualTo(1);
        assertThat(mutual.distance(0, 1)).isEqualTo(1);
    }

    /** Against sorting all points by distance. */
    @Test
    void edgesAreThoseOfTheDefinition() throws InterruptedException {
        int count = 40;
        int neighbours = 5;
        Random random = new Random(4);
        float[] coordinates = new float[2 * count];
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k] = random.nextInt(20);
        }
        FiniteMetricSpace space = Metric.manhattan().on(PointCloud.of(coordinates, count, 2));
        List<List<Integer>> nearest = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int point = i;
            nearest.add(IntStream.range(0, count)
                    .filter(j -> j != point)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> space.distance(point, j)))
                    .limit(neighbours)
                    .toList());
        }
        for (Symmetry symmetry : Symmetry.values()) {
            SparseDistances graph = SparseDistances.ofNearest(space, neighbours, symmetry);
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < i; j++) {
                    boolean one = nearest.get(i).contains(j);
                    boolean other = nearest.get(j).contains(i);
                    boolean joined = symmetry == Symmetry.UNION ? one || other : one && other;
                    assertThat(graph.distance(i, j)).isEqualTo(joined ? space.distance(i, j) : Float.POSITIVE_INFINITY);
                }
            }
        }
    }
}
