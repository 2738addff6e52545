package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;

/** The lines of {@code docs/homology.md}. */
class UserGuideTest {

    @Test
    void theLinesOfTheGuideWork() throws InterruptedException {
        // guide: begin
        float[][] circle = new float[100][];
        for (int k = 0; k < circle.length; k++) {
            double angle = 2 * Math.PI * k / circle.length;
            circle[k] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }
        FiniteMetricSpace space = Metric.euclidean().on(PointCloud.of(circle));
        Diagrams diagrams = VietorisRips.upToDimension(1).diagrams(space);
        PersistenceDiagram loops = diagrams.of(1);
        double longest = loops.lifespans().longest(); // about 1.69: the loop lives from 0.06 to 1.75
        int loopsAtOne = loops.bettiNumber(1.0); // 1
        // guide: end
        assertThat(longest).isCloseTo(1.69, within(0.01));
        assertThat(loopsAtOne).isEqualTo(1);
    }
}
