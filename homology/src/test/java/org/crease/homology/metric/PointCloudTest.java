package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointCloudTest {

    @Test
    void d3_undefinedCoordinateIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> PointCloud.of(new float[][] {{1, 2}, {3, Float.NaN}}))
                .hasMessage("point 1, coordinate 1 is NaN; every coordinate must be finite");
        assertThatThrownBy(() -> PointCloud.of(new float[] {1, 2, (float) 1e308, 4}, 2, 2))
                .hasMessage("point 1, coordinate 0 is Infinity; every coordinate must be finite");
    }

    @Test
    void raggedPointsAreRefused() {
        assertThatThrownBy(() -> PointCloud.of(new float[][] {{1, 2}, {3}}))
                .hasMessage("point 1 has 1 coordinates, point 0 has 2; all must have equally many");
    }

    @Test
    void coordinatesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> PointCloud.of(new float[5], 2, 3))
                .hasMessage("point cloud of 2 points in dimension 3 needs 6 coordinates, not 5");
    }

    @Test
    void selectionCopiesPointsInTheOrderAskedFor() {
        PointCloud cloud = PointCloud.of(new float[][] {{1, 2}, {3, 4}, {5, 6}});
        assertThat(cloud.select(2, 0).toArray()).containsExactly(5, 6, 1, 2);
        assertThat(cloud.dimension()).isEqualTo(2);
        assertThat(cloud.coordinate(1, 1)).isEqualTo(4);
        assertThatThrownBy(() -> cloud.coordinate(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
