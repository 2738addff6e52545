package org.crease.homology;

import java.util.Optional;
import java.util.function.IntFunction;
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
        Attempt attempt = new Attempt(space);
        Deadline.Work<Diagrams> work = () -> {
            attempt.look();
            return attempt.exact();
        };
        return Deadline.within(budget.seconds(), work, attempt::late);
    }

    /**
     * The same with representatives of the bars that are selected, of which the estimate knows nothing.
     *
     * @throws BudgetExceededException when the diagrams are expected to take more than the budget, or all of it does
     * @throws IllegalArgumentException as {@link VietorisRips#diagrams}
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public Representatives representatives(FiniteMetricSpace space, BarSelection selection)
            throws InterruptedException {
        Attempt attempt = new Attempt(space);
        Deadline.Work<Representatives> work = () -> {
            attempt.look();
            attempt.requireFits();
            return rips.representatives(space, selection, budget.bytes());
        };
        return Deadline.within(budget.seconds(), work, attempt::late);
    }

    /**
     * How many of the points of a space are expected to be within the budget; 0 where not even one is.
     *
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public int fitting(FiniteMetricSpace space) throws InterruptedException {
        Attempt attempt = new Attempt(space);
        attempt.look();
        return attempt.fitting();
    }

    /** The diagrams, where it is known what so many points of the space are expected to take. */
    Diagrams diagrams(FiniteMetricSpace space, IntFunction<Estimate> cost) throws InterruptedException {
        Attempt attempt = new Attempt(space);
        attempt.cost = cost;
        return Deadline.within(budget.seconds(), attempt::exact, attempt::late);
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
        Attempt attempt = new Attempt(space);
        return Deadline.within(budget.seconds(), attempt::approximation, attempt::late);
    }

    /** Work on a space. */
    private final class Attempt {
        private final FiniteMetricSpace space;
        private IntFunction<Estimate> cost = rips::estimate; // until some points have been looked at

        Attempt(FiniteMetricSpace space) {
            this.space = space;
        }

        Diagrams exact() throws InterruptedException {
            requireFits();
            return rips.diagrams(space, budget.bytes());
        }

        private void requireFits() {
            Estimate estimate = cost.apply(space.size());
            if (!estimate.fits(budget)) {
                throw new BudgetExceededException(
                        what() + " is expected to take " + estimate + "; the budget is " + budget + ". " + remedy());
            }
        }

        Approximation approximation() throws InterruptedException {
            look();
            int count = fitting();
            boolean isBounded = !(space instanceof WeightedSpace || space instanceof SparseDistances);
            if (count == space.size() || count == 0 || !isBounded) {
                return new Approximation(exact(), space.size(), Optional.empty());
            }
            Landmarks landmarks = Landmarks.maxMin(space, count, 0);
            Diagrams diagrams = rips.diagrams(space.subspace(landmarks.indices()), budget.bytes());
            return new Approximation(diagrams, space.size(), Optional.of(landmarks));
        }

        /** Looks at some points, unless their number says enough; it says nothing of the time that distances take. */
        private void look() throws InterruptedException {
            CostModel model = new CostModel(rips);
            Estimate byNumber = model.ofPoints(space.size());
            boolean isEnough = Double.isInfinite(budget.seconds()) && byNumber.mostBytes() <= budget.bytes();
            boolean isClear = isEnough || (byNumber.isBeyond(budget) && model.isWhole(space));
            if (!isClear) {
                cost = model.of(space);
            }
        }

        /** The most points that are expected to be within the budget. */
        private int fitting() {
            int fitting = 0;
            int beyond = space.size() + 1;
            while (beyond - fitting > 1) {
                int middle = (fitting + beyond) >>> 1;
                if (cost.apply(middle).fits(budget)) {
                    fitting = middle;
                } else {
                    beyond = middle;
                }
            }
            return fitting;
        }

        private String what() {
            return "homology up to dimension " + rips.dimension() + " of " + space.size() + " points";
        }

        String late() {
            return what() + " took longer than its budget, " + budget + ", and was ended; it was expected to take "
                    + cost.apply(space.size()) + ". " + remedy();
        }

        private String remedy() {
            return "Take at most about " + fitting()
                    + " points (Landmarks.maxMin), a lower dimension, a smaller scale or a larger budget";
        }
    }
}
