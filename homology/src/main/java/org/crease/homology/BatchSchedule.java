package org.crease.homology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.crease.homology.metric.FiniteMetricSpace;
import org.jspecify.annotations.Nullable;

/** Hands out the spaces of a batch, the longest first, as long as those at work are together within the budget. */
final class BatchSchedule {
    private final long most;
    private final long[] bytes;
    private final List<IntFunction<Estimate>> costs = new ArrayList<>();
    private final @Nullable Throwable[] refusals; // of spaces that cannot be estimated
    private final double[] seconds;
    private final Progress progress;
    private final List<Integer> waiting = new ArrayList<>(); // this and what follows are guarded by this
    private long held;
    private int working;
    private boolean givenUp;
    private int done;
    private double secondsDone;

    BatchSchedule(VietorisRips rips, Budget budget, List<? extends FiniteMetricSpace> spaces)
            throws InterruptedException {
        most = budget.bytes();
        bytes = new long[spaces.size()];
        refusals = new Throwable[spaces.size()];
        seconds = new double[spaces.size()];
        progress = rips.listener();
        for (int k = 0; k < bytes.length; k++) {
            costs.add(rips::estimate);
            try {
                costs.set(k, new CostModel(rips).of(spaces.get(k)));
                Estimate estimate = costs.get(k).apply(spaces.get(k).size());
                bytes[k] = estimate.bytes();
                seconds[k] = estimate.seconds();
            } catch (RuntimeException | Error e) {
                refusals[k] = e;
            }
        }
        IntStream.range(0, bytes.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -seconds[k]))
                .forEach(waiting::add);
    }

    /**
     * A space to work on, or -1 when none is left. Waits while none of those left fits beside those at work; one too large
     * by itself is handed out alone, to be refused.
     */
    synchronized int take() throws InterruptedException {
        while (!waiting.isEmpty()) {
            for (int space : waiting) {
                if (working == 0 || bytes[space] <= most - held) {
                    waiting.remove((Integer) space);
                    held += bytes[space];
                    working++;
                    return space;
                }
            }
            wait();
        }
        return -1;
    }

    /** Tells the listener that one space more is done, by the time that it was expected to take. */
    synchronized void report(int space) {
        done++;
        secondsDone += seconds[space];
        double fraction = done == bytes.length
                ? 1
                : Math.min(1, secondsDone / Arrays.stream(seconds).sum());
        progress.at(Double.isNaN(fraction) ? 0 : fraction, done + " of " + bytes.length + " spaces done");
    }

    /** A space is done with. */
    synchronized void release(int space) {
        held -= bytes[space];
        working--;
        notifyAll();
    }

    /** Hands out no more. */
    synchronized void giveUp() {
        givenUp = true;
        waiting.clear();
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }

    /** What so many points of a space are expected to take; throws what asking for it has thrown, if anything. */
    IntFunction<Estimate> cost(int space) {
        Throwable refusal = refusals[space];
        if (refusal instanceof Error error) {
            throw error;
        } else if (refusal instanceof RuntimeException exception) {
            throw exception;
        }
        return costs.get(space);
    }
}
