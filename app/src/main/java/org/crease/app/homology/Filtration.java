package org.crease.app.homology;

import org.crease.app.command.Failure;
import org.crease.app.homology.input.Input;
import org.crease.homology.Budget;
import org.crease.homology.BudgetExceededException;
import org.crease.homology.Progress;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;

/**
 * What is asked of the engine, and in which form the distances go to it. All of them go in a matrix, with two exceptions:
 * components need none, and of points with a threshold the engine looks for the near pairs itself. What would take more than
 * the memory there is is refused before anything is done, unless a threshold may spare it.
 */
final class Filtration {
    private final VietorisRips engine;
    private final float threshold;
    private final Budget budget;

    /**
     * Refuses at once what the engine would refuse.
     *
     * @param engine knows the dimension and the field
     * @param threshold the largest scale; infinite for all
     * @param budget what may be used
     */
    Filtration(VietorisRips engine, float threshold, Budget budget) {
        this.engine = engine.upToScale(threshold);
        this.threshold = threshold;
        this.budget = budget;
    }

    /** The input as the engine gets it. */
    FiniteMetricSpace space(Input input, Metric metric) throws InterruptedException {
        FiniteMetricSpace space =
                input instanceof Input.Points points ? metric.on(points.cloud()) : ((Input.Distances) input).space();
        boolean fits = engine.estimate(space.size()).fits(budget);
        if (isCut()) {
            return fits || space instanceof SparseDistances ? space : SparseDistances.within(space, threshold);
        }
        return fits && engine.dimension() > 0 && input instanceof Input.Points ? DistanceMatrix.of(space) : space;
    }

    Diagrams diagrams(FiniteMetricSpace space, Progress progress) throws InterruptedException {
        VietorisRips told = engine.reportingTo(progress);
        try {
            return isCut() ? told.diagrams(space) : told.within(budget).diagrams(space);
        } catch (BudgetExceededException e) {
            throw new Failure(e.getMessage() + "; CREASE_JAVA_OPTS=-Xmx.. gives more", e);
        }
    }

    private boolean isCut() {
        return threshold < Float.POSITIVE_INFINITY;
    }
}
