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
    void c6_moreLandmarksThanPointsAreRefused() {
        assertThatThrownBy(() -> Landmarks.maxMin(LINE, 10, 0))
                .hasMessage("10 landmarks of 9 points; there must be at least 1 and not more than points");
    }
}
