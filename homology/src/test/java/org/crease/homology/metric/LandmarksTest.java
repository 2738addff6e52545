package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LandmarksTest {
    private static final FiniteMetricSpace LINE =
            Metric.euclidean().on(PointCloud.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, 9, 1));

    @Test
    void eachIsTheFarthestFromThoseBefore() throws InterruptedException {
        Landmarks landmarks = Landmarks.maxMin(LINE, 4, 0);
        assertThat(landmarks.indices()).containsExactly(0, 8, 4, 2);
        assertThat(landmarks.coveringRadius()).isEqualTo(2);
    }

    @Test
    void allPointsCoverWithRadiusZero() throws InterruptedException {
        Landmarks landmarks = Landmarks.maxMin(LINE, 9, 3);
        assertThat(landmarks.indices()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(landmarks.coveringRadius()).isZero();
    }

    @Test
    void coincidentPointsAreStillTakenOnceEach() throws InterruptedException {
        FiniteMetricSpace point = DistanceMatrix.ofLower(0, 0, 0);
        assertThat(Landmarks.maxMin(point, 3, 1).indices()).containsExactly(1, 0, 2);
    }

    @Test
    void piecesOutOfReachAreTakenFirst() throws InterruptedException {
        float far = Float.POSITIVE_INFINITY;
        FiniteMetricSpace pieces = DistanceMatrix.ofLower(5, far, far);
        Landmarks landmarks = Landmarks.maxMin(pieces, 2, 0);
        assertThat(landmarks.indices()).containsExactly(0, 2);
        assertThat(landmarks.coveringRadius()).isEqualTo(5);
    }

    @Test
    void randomLandmarksAreDifferentPointsAndCoverTheRest() throws InterruptedException {
        Landmarks landmarks = Landmarks.random(LINE, 4, 7);
        assertThat(landmarks.indices()).hasSize(4).doesNotHaveDuplicates();
        assertThat(landmarks).isEqualTo(Landmarks.random(LINE, 4, 7));
        double covering = 0;
        for (int i = 0; i < 9; i++) {
            double nearest = 9;
            for (int landmark : landmarks.indices()) {
                nearest = Math.min(nearest, Math.abs(landmark - i));
            }
            covering = Math.max(covering, nearest);
        }
        assertThat(landmarks.coveringRadius()).isEqualTo(covering);
        assertThat(Landmarks.random(LINE, 9, 1).coveringRadius()).isZero();
        assertThatThrownBy(() -> Landmarks.random(LINE, 0, 1)).hasMessageContaining("0 landmarks of 9 points");
    }

    @Test
    void eachPointIsAsLikelyALandmarkAsAnother() throws InterruptedException {
        int[] drawn = new int[9];
        for (int seed = 0; seed < 9000; seed++) {
            for (int landmark : Landmarks.random(LINE, 3, seed).indices()) {
                drawn[landmark]++;
            }
        }
        for (int count : drawn) {
            assertThat(count).isBetween(2800, 3200);
        }
    }

    @Test
    void c6_moreLandmarksThanPointsAreRefused() {
        assertThatThrownBy(() -> Landmarks.maxMin(LINE, 10, 0))
                .hasMessage("10 landmarks of 9 points; there must be at least 1 and not more than points");
    }
}
