package org.crease.gpu.rips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crease.gpu.rips.Clouds.Kind;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.MinimumSpanningTree;
import org.crease.homology.VietorisRips;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.kernel.NeighbourKernel;
import org.crease.homology.kernel.SpanningTreeKernel;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.GeodesicDistance;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What spanning trees and neighbours from a device must be: the processor's. */
abstract class NearestPointsContract {
    private static final Metric[] METRICS = {Metric.euclidean(), Metric.squaredEuclidean(), Metric.cosine()};

    /** The device to be tested. */
    abstract SharedDevice device();

    private Kernels kernels() {
        return Clouds.only(new DeviceSpanningTree(device()), new DeviceNeighbours(device()))
                .telling(message -> {
                    throw new AssertionError(message);
                });
    }

    @ParameterizedTest
    @CsvSource({"1,2", "2,1", "3,3", "64,1", "65,9", "200,4", "450,20"})
    void treesAreAsLongAsTheProcessors(int size, int dimension) throws InterruptedException {
        for (Kind kind : Kind.values()) {
            for (Metric metric : METRICS) {
                FiniteMetricSpace space = metric.on(kind.cloud(size, dimension));
                assertThat(MinimumSpanningTree.of(space, kernels()).lengths())
                        .isEqualTo(MinimumSpanningTree.of(space).lengths());
                requireTree(space, new DeviceSpanningTree(device()).tree(Clouds.measured(space)));
            }
        }
    }

    /** Whether edges have the lengths that are said and join all points. */
    private static void requireTree(FiniteMetricSpace space, SpanningTreeKernel.Tree tree) {
        int[] components = IntStream.range(0, space.size()).toArray();
        for (int edge = 0; edge < tree.lengths().length; edge++) {
            int i = tree.ends()[2 * edge];
            int j = tree.ends()[2 * edge + 1];
            assertThat(space.distance(i, j)).isEqualTo(tree.lengths()[edge]);
            int from = components[i];
            int to = components[j];
            assertThat(from).as("tree of edge %s", edge).isNotEqualTo(to);
            Arrays.setAll(components, point -> components[point] == from ? to : components[point]);
        }
        assertThat(tree.lengths()).hasSize(space.size() - 1);
    }

    @Test
    void diagramsOfDimension0AreTheProcessors() throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(Kind.WHOLE.cloud(150, 5));
        VietorisRips rips = VietorisRips.upToDimension(0);
        assertThat(rips.on(kernels()).diagrams(space))
                .isEqualTo(rips.on(Kernels.none()).diagrams(space));
    }

    @ParameterizedTest
    @CsvSource({"2,1,1", "64,3,63", "66,5,64", "130,17,1", "300,4,7", "420,9,30"})
    void neighboursAreTheNearestAndOfEquallyNearOnesTheFirst(int size, int dimension, int count)
            throws InterruptedException {
        NeighbourKernel kernel = new DeviceNeighbours(device());
        for (Kind kind : Kind.values()) {
            for (Metric metric : METRICS) {
                FiniteMetricSpace space = metric.on(kind.cloud(size, dimension));
                assertThat(kernel.neighbours(Clouds.measured(space), count)).isEqualTo(nearest(space, count));
            }
        }
    }

    private static int[] nearest(FiniteMetricSpace space, int count) {
        return IntStream.range(0, space.size())
                .flatMap(i -> IntStream.range(0, space.size())
                        .filter(j -> j != i)
                        .boxed()
                        .sorted((a, b) -> Float.compare(space.distance(i, a), space.distance(i, b)))
                        .limit(count)
                        .mapToInt(Integer::intValue)
                        .sorted())
                .toArray();
    }

    @Test
    void graphsOfNeighboursAreTheProcessors() throws InterruptedException {
        FiniteMetricSpace space = Metric.euclidean().on(Kind.WHOLE.cloud(140, 3));
        for (int count : new int[] {1, 6, 64, 65, 139}) {
            for (SparseDistances.Symmetry symmetry : SparseDistances.Symmetry.values()) {
                SparseDistances expected = SparseDistances.ofNearest(space, count, symmetry);
                SparseDistances actual = SparseDistances.ofNearest(space, count, symmetry, kernels());
                assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
            }
            assertThat(GeodesicDistance.on(space, count, kernels()))
                    .usingRecursiveComparison()
                    .isEqualTo(GeodesicDistance.on(space, count));
        }
    }

    @Test
    void moreNeighboursThanAreLookedForAreDeclined() {
        FiniteMetricSpace space = Metric.euclidean().on(Kind.NORMAL.cloud(100, 3));
        assertThatThrownBy(() -> new DeviceNeighbours(device()).neighbours(Clouds.measured(space), 65))
                .isInstanceOf(KernelException.class)
                .hasMessage(
                        "65 nearest neighbours of 100 points; from 1 to 64 are looked for, fewer than there are points");
    }
}
