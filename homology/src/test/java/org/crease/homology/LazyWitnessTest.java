package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.LazyWitness;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LazyWitnessTest {

    private static FiniteMetricSpace sphere(int count, int dimension, long seed) {
        Random random = new Random(seed);
        float[][] points = new float[count][dimension + 1];
        for (float[] point : points) {
            double norm = 0;
            for (int axis = 0; axis <= dimension; axis++) {
                point[axis] = (float) random.nextGaussian();
                norm += point[axis] * point[axis];
            }
            for (int axis = 0; axis <= dimension; axis++) {
                point[axis] /= (float) Math.sqrt(norm);
            }
        }
        return Metric.euclidean().on(PointCloud.of(points));
    }

    /** Whether some point has both landmarks within R plus its nu-th smallest landmark distance. */
    private static boolean isWitnessed(FiniteMetricSpace space, int[] landmarks, int a, int b, int nu, double r) {
        for (int z = 0; z < space.size(); z++) {
            int witness = z;
            double[] distances = Arrays.stream(landmarks)
                    .mapToDouble(l -> space.distance(l, witness))
                    .sorted()
                    .toArray();
            double reach = r + (nu == 0 ? 0 : distances[nu - 1]);
            if (space.distance(landmarks[a], z) <= reach && space.distance(landmarks[b], z) <= reach) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = 60)
    void scalesAreThoseOfTheDefinition(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FiniteMetricSpace space = Spaces.integers(14, 9, seed); // not a metric, full of ties
        Landmarks landmarks = Landmarks.random(space, 6, seed);
        int nu = random.nextInt(4);
        LazyWitness witness = LazyWitness.of(space, landmarks, nu);
        for (int a = 0; a < 6; a++) {
            for (int b = 0; b < a; b++) {
                float scale = witness.space().distance(a, b);
                assertThat(isWitnessed(space, landmarks.indices(), a, b, nu, scale))
                        .isTrue();
                assertThat(scale == 0 || !isWitnessed(space, landmarks.indices(), a, b, nu, scale - 0.5))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void scalesAreWithinTheirBounds(int nu) throws InterruptedException {
        FiniteMetricSpace torus = Metric.euclidean().on(Spaces.noisyTorus(300, 4));
        Landmarks landmarks = Landmarks.maxMin(torus, 40, 0);
        LazyWitness witness = LazyWitness.of(torus, landmarks, nu);
        FiniteMetricSpace chosen = torus.subspace(landmarks.indices());
        for (int a = 0; a < 40; a++) {
            for (int b = 0; b < a; b++) {
                double distance = chosen.distance(a, b);
                assertThat((double) witness.space().distance(a, b))
                        .isBetween(distance / 2 - witness.relaxation() - 1e-6, distance);
            }
        }
        if (nu < 2) {
            assertThat(witness.relaxation()).isCloseTo(nu * landmarks.coveringRadius(), within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void circleHasOneLongLoop(int nu) throws InterruptedException {
        FiniteMetricSpace circle = sphere(1000, 1, 3);
        LazyWitness witness = LazyWitness.of(circle, Landmarks.maxMin(circle, 30, 0), nu);
        Diagrams diagrams = VietorisRips.upToDimension(1).diagrams(witness.space());
        assertThat(diagrams.of(0).infinite()).isEqualTo(1);
        assertThat(diagrams.of(1).lifespans().countLongerThan(0.4)).isEqualTo(1);
        assertThat(diagrams.of(1).lifespans().countLongerThan(0.1)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void sphereHasOneLongVoidAndNoLongLoop(int nu) throws InterruptedException {
        FiniteMetricSpace sphere = sphere(3000, 2, 5);
        LazyWitness witness = LazyWitness.of(sphere, Landmarks.maxMin(sphere, 60, 0), nu);
        Diagrams diagrams = VietorisRips.upToDimension(2).diagrams(witness.space());
        assertThat(diagrams.of(2).lifespans().countLongerThan(0.3)).isEqualTo(1);
        assertThat(diagrams.of(1).lifespans().countLongerThan(0.3)).isZero();
    }

    @Test
    void pointsOutOfReachOfLandmarksAreNoWitnesses() throws InterruptedException {
        float far = Float.POSITIVE_INFINITY;
        FiniteMetricSpace space = DistanceMatrix.ofLower(2, far, far); // 0 and 1 at distance 2, 2 apart
        LazyWitness witness = LazyWitness.of(space, new Landmarks(new int[] {0, 1}, far), 1);
        assertThat(witness.space().distance(0, 1)).isEqualTo(2);
        assertThat(witness.relaxation()).isZero();
    }

    @Test
    void c6_moreNeighboursThanLandmarksAreRefused() {
        FiniteMetricSpace pair = DistanceMatrix.ofLower(1);
        Landmarks both = new Landmarks(new int[] {0, 1}, 0);
        assertThatThrownBy(() -> LazyWitness.of(pair, both, 3)).hasMessageContaining("nu = 3 on 2 landmarks");
        assertThatThrownBy(() -> LazyWitness.of(pair, both, -1)).hasMessageContaining("nu = -1");
    }
}
