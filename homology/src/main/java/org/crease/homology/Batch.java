package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;
import org.jspecify.annotations.Nullable;

/**
 * The diagrams of many spaces at once, such as every layer of every checkpoint: a space to a thread, those expected to take
 * longest first, never more at a time than memory allows. Each space's outcome is its own: one that fails takes no other
 * with it. The diagrams do not depend on the number of threads. Instances are immutable.
 */
public final class Batch {
    private final VietorisRips rips;
    private final Budget budget;
    private final int threads;

    private Batch(VietorisRips rips, Budget budget, int threads) {
        this.rips = rips;
        this.budget = budget;
        this.threads = threads;
    }

    /** What became of a space. */
    public sealed interface Outcome permits Done, Failed {

        /**
         * The diagrams.
         *
         * @throws IllegalStateException when there are none, with the failure as its cause
         */
        Diagrams diagrams();
    }

    /** The diagrams of a space. */
    public record Done(Diagrams diagrams) implements Outcome {}

    /**
     * A space without diagrams.
     *
     * @param cause why
     */
    public record Failed(Throwable cause) implements Outcome {
        @Override
        public Diagrams diagrams() {
            throw new IllegalStateException("this space of the batch has no diagrams: " + cause.getMessage(), cause);
        }
    }

    /** Batches on all processors (which threads of a single space then share), within four fifths of the memory that Java may use and any time. */
    public static Batch of(VietorisRips rips) {
        return new Batch(rips, Budget.ofHeap(), Runtime.getRuntime().availableProcessors());
    }

    /** The same within a budget: bytes for all spaces at a time together, seconds for each of them. */
    public Batch within(Budget limit) {
        return new Batch(rips, limit, threads);
    }

    /**
     * The same on this many threads.
     *
     * @throws IllegalArgumentException when it is not at least 1
     */
    public Batch withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("number of threads is " + count + "; it must be at least 1");
        }
        return new Batch(rips, budget, count);
    }

    /**
     * The diagrams of each space, in their order.
     *
     * @throws InterruptedException when the thread is interrupted; all work then ends within a fraction of a second
     */
    public List<Outcome> diagrams(List<? extends FiniteMetricSpace> spaces) throws InterruptedException {
        BatchSchedule schedule = new BatchSchedule(rips, budget, spaces);
        Outcome[] outcomes = new Outcome[spaces.size()];
        List<Thread> workers = new ArrayList<>();
        int count = Math.min(threads, spaces.size());
        for (int k = 0; k < count; k++) {
            BudgetedRips each = rips.sharing(count).within(budget);
            Thread worker = new Thread(() -> work(each, schedule, spaces, outcomes), "crease-batch-" + k);
            worker.setDaemon(true);
            worker.start();
            workers.add(worker);
        }
        join(workers, schedule);
        return List.of(outcomes);
    }

    private static void work(
            BudgetedRips rips,
            BatchSchedule schedule,
            List<? extends FiniteMetricSpace> spaces,
            @Nullable Outcome[] outcomes) {
        try {
            for (int space = schedule.take(); space >= 0; space = schedule.take()) {
                try {
                    outcomes[space] = outcome(rips, schedule, space, spaces.get(space));
                    report(schedule, space, outcomes);
                } finally {
                    schedule.release(space);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the batch is given up
        }
    }

    private static void report(BatchSchedule schedule, int space, @Nullable Outcome[] outcomes) {
        try {
            schedule.report(space);
        } catch (RuntimeException e) {
            outcomes[space] = new Failed(e);
        }
    }

    private static Outcome outcome(BudgetedRips rips, BatchSchedule schedule, int number, FiniteMetricSpace space)
            throws InterruptedException {
        try {
            return new Done(rips.diagrams(space, schedule.cost(number)));
        } catch (InterruptedException e) {
            if (schedule.isGivenUp()) {
                throw e;
            }
            return new Failed(e); // interrupted by its own space
        } catch (RuntimeException | Error e) {
            return new Failed(e);
        }
    }

    private static void join(List<Thread> workers, BatchSchedule schedule) throws InterruptedException {
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            schedule.giveUp();
            workers.forEach(Thread::interrupt);
            for (Thread worker : workers) {
                joinAnyway(worker);
            }
            throw e;
        }
    }

    private static void joinAnyway(Thread worker) {
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
