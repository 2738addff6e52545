package org.crease.app.homology;

import org.crease.app.command.Failure;
import org.crease.app.homology.input.Input;
import org.crease.homology.Budget;
import org.crease.homology.BudgetExceededException;
import org.crease.homology.Estimate;
import org.crease.homology.Progress;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Representatives;

/**
 * What is asked of the engine, and in which form the distances go to it. All of them go in a matrix, with two exceptions:
 * components need none, and of points with a threshold the engine looks for the near pairs itself. What would take more than
 * the memory there is is refused before anything is done, unless a threshold may spare it.
 */
final class Filtration {
    private final VietorisRips engine;
    private final float threshold;
    private final Budget budget;
    private final boolean asked;

    /**
     * Refuses at once what the engine would refuse.
     *
     * @param engine knows the dimension and the field
     * @param threshold the largest scale; infinite for all
     * @param budget what may be used
     */
    Filtration(VietorisRips engine, float threshold, Budget budget) {
        this(engine.upToScale(threshold), threshold, budget, false);
    }

    private Filtration(VietorisRips engine, float threshold, Budget budget, boolean asked) {
        this.engine = engine;
        this.threshold = threshold;
        this.budget = budget;
        this.asked = asked;
    }

    /** The same within a budget that the user asked for, which a threshold is no excuse to go beyond. */
    Filtration within(Budget other) {
        Budget both = new Budget(Math.min(budget.bytes(), other.bytes()), Math.min(budget.seconds(), other.seconds()));
        return new Filtration(engine, threshold, both, true);
    }

    /** The input as the engine gets it. */
    FiniteMetricSpace space(Input input, PointMetric metric) throws InterruptedException {
        FiniteMetricSpace space = metric.on(input);
        boolean fits = engine.estimate(space.size()).fits(budget);
        if (isCut()) {
            return fits || space instanceof SparseDistances ? space : SparseDistances.within(space, threshold);
        }
        return fits && engine.dimension() > 0 && input instanceof Input.Points ? engine.distances(space) : space;
    }

    Diagrams diagrams(FiniteMetricSpace space, Progress progress) throws InterruptedException {
        VietorisRips told = engine.reportingTo(progress);
        try {
            return isFree() ? told.diagrams(space) : told.within(budget).diagrams(space);
        } catch (BudgetExceededException e) {
            throw beyond(e);
        }
    }

    Representatives representatives(FiniteMetricSpace space, BarSelection selection, Progress progress)
            throws InterruptedException {
        VietorisRips told = engine.reportingTo(progress);
        try {
            return isFree()
                    ? told.representatives(space, selection)
                    : told.within(budget).representatives(space, selection);
        } catch (BudgetExceededException e) {
            throw beyond(e);
        }
    }

    Estimate estimate(FiniteMetricSpace space) throws InterruptedException {
        return engine.estimate(space);
    }

    /** What may be used. */
    Budget budget() {
        return budget;
    }

    /** How many of these points the budget allows. */
    int fitting(FiniteMetricSpace space) throws InterruptedException {
        return engine.within(budget).fitting(space);
    }

    private Failure beyond(BudgetExceededException e) {
        String way = asked ? "--landmarks fit takes as many points as fit" : "CREASE_JAVA_OPTS=-Xmx.. gives more";
        return new Failure(e.getMessage() + "; " + way, e);
    }

    /** Whether nothing is refused: a threshold may spare most of what was expected. */
    private boolean isFree() {
        return isCut() && !asked;
    }

    private boolean isCut() {
        return threshold < Float.POSITIVE_INFINITY;
    }
}
