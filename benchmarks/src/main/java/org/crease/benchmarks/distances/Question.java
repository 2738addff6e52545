package org.crease.benchmarks.distances;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.distance.DiagramDistance;
import org.crease.homology.distance.WassersteinDistance;

/**
 * A distance between two diagrams, to be found by every contender.
 *
 * @param bars what the diagrams are like
 * @param order infinite for bottleneck
 * @param norm the inner norm
 * @param error relative, that we may make; 0 for none
 */
record Question(String bars, double order, double norm, double error, PersistenceDiagram a, PersistenceDiagram b) {

    /** Births and lengths uniform in [0, 1): hard, since nearly every bar could go with every other. */
    static PersistenceDiagram uniform(int size, long seed) {
        Random random = new Random(seed);
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(1);
        for (int k = 0; k < size; k++) {
            double birth = random.nextDouble();
            diagram.add(birth, birth + random.nextDouble());
        }
        return diagram.build();
    }

    /** Births uniform in [0, 1), lengths exponential with mean 0.05: mostly short bars, as of real data. */
    static PersistenceDiagram mostlyShort(int size, long seed) {
        Random random = new Random(seed);
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(1);
        for (int k = 0; k < size; k++) {
            double birth = random.nextDouble();
            diagram.add(birth, birth - 0.05 * Math.log(1 - random.nextDouble()));
        }
        return diagram.build();
    }

    DiagramDistance distance() {
        if (Double.isInfinite(order)) {
            return new BottleneckDistance();
        }
        WassersteinDistance exact = WassersteinDistance.ofOrder(order).withInnerNorm(norm);
        return error == 0
                ? exact
                : (one, other) -> exact.bounds(one, other, error).upper();
    }

    String kind() {
        if (Double.isInfinite(order)) {
            return "bottleneck";
        }
        return "Wasserstein " + (int) order + ", norm " + number(norm)
                + (error == 0 ? "" : ", to " + Math.round(100 * error) + " %");
    }

    /** What {@code distances.py} reads. */
    String line() {
        return number(order) + ';' + number(norm) + ';' + rows(a) + ';' + rows(b);
    }

    private static String rows(PersistenceDiagram diagram) {
        return Arrays.stream(diagram.toArray()).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return Double.isInfinite(value) ? "inf" : Double.toString(value);
    }
}
