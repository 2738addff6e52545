package org.crease.javaplex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaPlexRipsTest {

    private static FiniteMetricSpace cloud(int points, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[points][3];
        for (float[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] = random.nextFloat();
            }
        }
        return Metric.euclidean().on(PointCloud.of(rows));
    }

    @ParameterizedTest
    @CsvSource({"2, Infinity", "3, Infinity", "2, 0.6"})
    void bothEnginesFindTheSameBarsInACloud(int prime, double scale) throws InterruptedException {
        FiniteMetricSpace space = cloud(16, prime);
        var theirs = JavaPlexRips.upToDimension(2).over(prime).upToScale(scale).diagrams(space);
        var ours = VietorisRips.upToDimension(2).over(prime).upToScale(scale).diagrams(space);
        assertThat(theirs.byDimension()).isEqualTo(ours.byDimension());
        assertThat(theirs.of(1).size()).isPositive();
    }

    @Test
    void pointsThatNeverMeetAreComponentsForEver() throws InterruptedException {
        FiniteMetricSpace apart = DistanceMatrix.of(new FiniteMetricSpace() {
            @Override
            public int size() {
                return 3;
            }

            @Override
            public float distance(int i, int j) {
                return i == j ? 0 : Float.POSITIVE_INFINITY;
            }
        });
        PersistenceDiagram components =
                JavaPlexRips.upToDimension(1).diagrams(apart).of(0);
        assertThat(components.size()).isEqualTo(3);
        assertThat(components.infinite()).isEqualTo(3);
    }
}
