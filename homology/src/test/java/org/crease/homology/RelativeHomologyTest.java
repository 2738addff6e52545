package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.WeightedSpace;
import org.junit.jupiter.api.Test;

/** Homology of a space relative to some of its points. */
class RelativeHomologyTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** Chains of the space without those of the subset, their boundary matrix reduced. */
    @Property(tries = 250)
    void p9_equalsReductionOfTheQuotientsBoundaryMatrix(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        int size = random.nextInt(9);
        DistanceMatrix matrix = randomMatrix(size, random);
        int[] subset =
                IntStream.range(0, size).filter(k -> random.nextInt(3) == 0).toArray();
        Set<Integer> chosen = Arrays.stream(subset).boxed().collect(Collectors.toSet());
        int prime = random.nextBoolean() ? 2 : 3;
        double scale = random.nextBoolean() ? INF : random.nextInt(6);
        List<PersistenceDiagram> expected = BruteForce.relativeDiagrams(matrix, chosen, 2, prime, scale);
        for (int dimension = 0; dimension <= 2; dimension++) {
            VietorisRips rips =
                    VietorisRips.upToDimension(dimension).over(prime).upToScale(scale);
            assertThat(rips.relativeDiagrams(matrix, subset).byDimension())
                    .isEqualTo(expected.subList(0, dimension + 1));
            SparseDistances sparse = SparseDistances.within(matrix, INF);
            assertThat(rips.relativeDiagrams(sparse, subset).byDimension())
                    .isEqualTo(expected.subList(0, dimension + 1));
        }
    }

    private static DistanceMatrix randomMatrix(int size, Random random) {
        float[] lower = new float[Math.max(0, size * (size - 1) / 2)];
        for (int k = 0; k < lower.length; k++) {
            lower[k] = random.nextInt(6) == 0 ? Float.POSITIVE_INFINITY : random.nextInt(6);
        }
        return size == 0 ? DistanceMatrix.ofRows() : DistanceMatrix.ofLower(lower);
    }

    @Property(tries = 100)
    void p9_equalsReductionOfTheQuotientsBoundaryMatrixWithBirths(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FiniteMetricSpace line = Metric.manhattan().on(PointCloud.of(new float[][] {{0}, {1}, {2}, {4}, {7}, {7}}));
        double[] weights = random.ints(6, 0, 5).asDoubleStream().toArray();
        WeightedSpace space = WeightedSpace.of(line, weights, 1);
        int[] subset = IntStream.range(0, 6).filter(k -> random.nextBoolean()).toArray();
        Set<Integer> chosen = Arrays.stream(subset).boxed().collect(Collectors.toSet());
        for (int dimension = 0; dimension <= 2; dimension++) {
            assertThat(VietorisRips.upToDimension(dimension)
                            .relativeDiagrams(space, subset)
                            .byDimension())
                    .isEqualTo(BruteForce.relativeDiagrams(space, chosen, dimension, 2, INF));
        }
    }

    /** A disk modulo its boundary is a sphere: a void from the time the disk is filled until its middle meets the rim. */
    @Test
    void diskRelativeToItsBoundaryIsASphere() throws InterruptedException {
        float[][] points = new float[13 * 13][];
        int count = 0;
        for (int x = -6; x <= 6; x++) {
            for (int y = -6; y <= 6; y++) {
                if (x * x + y * y <= 36) {
                    points[count++] = new float[] {x, y};
                }
            }
        }
        float[][] disk = Arrays.copyOf(points, count);
        int[] rim = IntStream.range(0, count)
                .filter(k -> disk[k][0] * disk[k][0] + disk[k][1] * disk[k][1] > 25)
                .toArray();
        Diagrams diagrams = VietorisRips.upToDimension(2)
                .relativeDiagrams(Metric.euclidean().on(PointCloud.of(disk)), rim);
        assertThat(diagrams.of(0).infinite()).isZero();
        assertThat(diagrams.of(2).lifespans().countLongerThan(2)).isEqualTo(1);
        assertThat(diagrams.of(1).lifespans().countLongerThan(2)).isZero();
    }

    @Test
    void circleRelativeToAPointIsTheCircleWithoutItsComponent() throws InterruptedException {
        FiniteMetricSpace circle = Spaces.regularPolygon(20);
        Diagrams absolute = VietorisRips.upToDimension(1).diagrams(circle);
        Diagrams relative = VietorisRips.upToDimension(1).relativeDiagrams(circle, 7);
        assertThat(relative.of(1)).isEqualTo(absolute.of(1));
        assertThat(relative.of(0).infinite()).isZero();
        assertThat(relative.of(0).size()).isEqualTo(19);
    }

    /** Two points of a circle that count as one make a second loop, until they are joined. */
    @Test
    void circleRelativeToTwoPointsHasAnotherLoop() throws InterruptedException {
        FiniteMetricSpace circle = Spaces.regularPolygon(24);
        PersistenceDiagram loops =
                VietorisRips.upToDimension(1).relativeDiagrams(circle, 0, 12).of(1);
        assertThat(loops.lifespans().countLongerThan(1)).isEqualTo(2);
    }

    @Test
    void spaceRelativeToNothingIsTheSpaceAndToAllOfItNothing() throws InterruptedException {
        FiniteMetricSpace hexagon = Spaces.regularPolygon(6);
        VietorisRips rips = VietorisRips.upToDimension(2);
        assertThat(rips.relativeDiagrams(hexagon)).isEqualTo(rips.diagrams(hexagon));
        Diagrams nothing = rips.relativeDiagrams(hexagon, 0, 1, 2, 3, 4, 5, 5);
        for (PersistenceDiagram diagram : nothing.byDimension()) {
            assertThat(diagram.size()).isZero();
        }
        assertThatThrownBy(() -> rips.relativeDiagrams(hexagon, 6)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
