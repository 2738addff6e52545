package org.crease.app.homology;

import org.crease.app.command.UserError;
import org.crease.app.homology.input.Input;
import org.crease.app.terminal.Numbers;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;

/**
 * What is asked of the engine, and in which form the distances go to it: all of them in a matrix, unless dimension 0 alone is
 * asked for, or there is a threshold and the matrix would take much of the memory.
 */
final class Filtration {
    private final int dimension;
    private final float threshold;
    private final VietorisRips engine;
    private final long memory;

    /**
     * Refuses at once what the engine would refuse.
     *
     * @param dimension the highest
     * @param threshold the largest scale; infinite for all
     * @param modulus a prime
     * @param memory bytes that Java may use
     */
    Filtration(int dimension, float threshold, int modulus, long memory) {
        this.dimension = dimension;
        this.threshold = threshold;
        this.memory = memory;
        engine = VietorisRips.upToDimension(dimension).upToScale(threshold).over(modulus);
    }

    /** The input as the engine gets it. */
    FiniteMetricSpace space(Input input, Metric metric) throws InterruptedException {
        FiniteMetricSpace space =
                input instanceof Input.Points points ? metric.on(points.cloud()) : ((Input.Distances) input).space();
        if (dimension == 0 || space instanceof SparseDistances) {
            return space;
        }
        long bytes = engine.bytes(space.size());
        boolean cut = threshold < Float.POSITIVE_INFINITY;
        if (cut && bytes > memory / 2) {
            return SparseDistances.within(space, threshold);
        }
        if (bytes > memory) {
            throw new UserError(Numbers.count(space.size()) + " points up to dimension " + dimension + " need about "
                    + Numbers.bytes(bytes) + " of memory, Java may use " + Numbers.bytes(memory)
                    + "; give it more with CREASE_JAVA_OPTS=-Xmx.., or leave long edges out with --threshold");
        }
        return DistanceMatrix.of(space);
    }

    Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException {
        return engine.diagrams(space);
    }
}
