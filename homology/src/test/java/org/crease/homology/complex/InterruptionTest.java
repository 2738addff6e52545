package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crease.homology.Stopping.delay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptionTest {

    @Test
    void p7_cubicalComplexesStopWithin200Milliseconds() throws InterruptedException {
        double[] volume = new Random(1).doubles(64 * 64 * 64).toArray();
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(() -> CubicalComplex.ofTopCells(volume, 64, 64, 64).diagrams(), before))
                    .isLessThan(200);
        }
    }

    @Test
    void p7_alphaComplexesStopWithin200Milliseconds() throws InterruptedException {
        PointCloud cloud = PointCloud.of(Clouds.uniform(20_000, 3, 1));
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(() -> AlphaComplex.of(cloud), before)).isLessThan(200);
        }
    }

    @Test
    void p7_explicitComplexesStopWithin200Milliseconds() throws InterruptedException {
        FilteredComplex complex = AlphaComplex.of(PointCloud.of(Clouds.uniform(20_000, 3, 1)));
        assertThat(delay(() -> SimplicialHomology.over(3).diagrams(complex), 100))
                .isLessThan(200);
        assertThat(delay(() -> SimplicialHomology.over(3).cycles(complex, 1), 200))
                .isLessThan(200);
        assertThat(delay(() -> SimplicialHomology.over(3).diagrams(complex, complex), 300))
                .isLessThan(200);
    }

    @Test
    void p7_vineyardsStopWithin200Milliseconds() throws InterruptedException {
        List<DistanceMatrix> sequence = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            sequence.add(DistanceMatrix.of(Metric.euclidean().on(PointCloud.of(Clouds.uniform(40, 4, step)))));
        }
        for (long before : new long[] {20, 400}) {
            assertThat(delay(() -> Vineyard.ofRips(sequence, 1, Double.POSITIVE_INFINITY), before))
                    .isLessThan(200);
        }
    }
}
