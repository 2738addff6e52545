package org.crease.homology;

import java.util.Optional;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Landmarks;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.WeightedSpace;
import org.crease.homology.representative.BarSelection;
import org.crease.homology.representative.Representatives;

/**
 * Vietoris-Rips homology within a {@link Budget}. Work {@linkplain VietorisRips#estimate expected} to go beyond it is refused
 * before it begins, or done on fewer points and said so; work that turns out to go beyond it is ended. From
 * {@link VietorisRips#within}.
 */
public final class BudgetedRips {
    private final VietorisRips rips;
    private final Budget budget;

    BudgetedRips(VietorisRips rips, Budget budget) {
        this.rips = rips;
        this.budget = budget;
    }

    /**
     * The exact diagrams of a space.
     *
     * @throws BudgetExceededException when they are expected to take more than the budget, before anything is done, or do
     * @throws IllegalArgumentException as {@link VietorisRips#diagrams}
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException {
        Estimate estimate = fittingEstimate(space);
        return Deadline.within(
                budget.seconds(), () -> rips.diagrams(space, budget.bytes()), () -> late(space, estimate));
    }

    /**
     * The same with representatives of the bars that are selected, which the estimate knows nothing of.
     *
     * @throws BudgetExceededException when the diagrams are expected to take more than the budget, or all of it does
     * @throws IllegalArgumentException as {@link VietorisRips#diagrams}
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Representatives representatives(FiniteMetricSpace space, BarSelection selection)
            throws InterruptedException {
        Estimate estimate = fittingEstimate(space);
        return Deadline.within(
                budget.seconds(),
                () -> rips.representatives(space, selection, budget.bytes()),
                () -> late(space, estimate));
    }

    private Estimate fittingEstimate(FiniteMetricSpace space) {
        Estimate estimate = rips.estimate(space);
        if (!estimate.fits(budget)) {
            throw new BudgetExceededException(what(space) + " is expected to take " + estimate + "; the budget is "
                    + budget + ". " + remedy(space));
        }
        return estimate;
    }

    /**
     * The exact diagrams where they are expected to be within the budget; otherwise those of max-min landmarks, as many as
     * are.
     *
     * @param space in which the triangle inequality holds
     * @throws BudgetExceededException when even one landmark is beyond the budget, or the work turns out to be, or the space
     *     is one of which landmarks say nothing: with births or with few pairs
     * @throws IllegalArgumentException as {@link VietorisRips#diagrams}
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Approximation approximate(FiniteMetricSpace space) throws InterruptedException {
        Estimate estimate = rips.estimate(space);
        int count = fitting(space.size());
        boolean bounded = !(space instanceof WeightedSpace || space instanceof SparseDistances);
        if (estimate.fits(budget) || !bounded || count == 0) {
            return new Approximation(diagrams(space), space.size(), Optional.empty());
        }
        return Deadline.within(
                budget.seconds(), () -> ofLandmarks(space, count), () -> late(space, rips.estimate(count)));
    }

    private Approximation ofLandmarks(FiniteMetricSpace space, int count) throws InterruptedException {
        Landmarks landmarks = Landmarks.maxMin(space, count, 0);
        Diagrams diagrams = rips.diagrams(space.subspace(landmarks.indices()), budget.bytes());
        return new Approximation(diagrams, space.size(), Optional.of(landmarks));
    }

    /** The most points, of so many, that are expected to be within the budget; 0 where not even one is. */
    public int fitting(int points) {
        int fitting = 0;
        int beyond = points + 1;
        while (beyond - fitting > 1) {
            int middle = (fitting + beyond) >>> 1;
            if (rips.estimate(middle).fits(budget)) {
                fitting = middle;
            } else {
                beyond = middle;
            }
        }
        return fitting;
    }

    private String what(FiniteMetricSpace space) {
        return "homology up to dimension " + rips.dimension() + " of " + space.size() + " points";
    }

    private String late(FiniteMetricSpace space, Estimate estimate) {
        return what(space) + " took longer than its budget, " + budget + ", and was ended; it was expected to take "
                + estimate + ". " + remedy(space);
    }

    private String remedy(FiniteMetricSpace space) {
        return "Take at most about " + fitting(space.size())
                + " points (Landmarks.maxMin), a lower dimension, a smaller scale or a larger budget";
    }
}
