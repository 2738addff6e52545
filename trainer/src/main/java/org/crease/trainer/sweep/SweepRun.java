package org.crease.trainer.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.crease.trainer.sweep.plan.Cell;
import org.crease.trainer.sweep.plan.Measurement;
import org.crease.trainer.sweep.plan.SweepPlan;
import org.jspecify.annotations.Nullable;

/**
 * Does every repetition of every cell, on several threads, and makes the table. Each repetition draws from streams that its cell
 * and its number name, so threads, order and interruptions do not change the table. {@link #run} is called once.
 */
public final class SweepRun {
    private final SweepPlan plan;
    private final @Nullable Path directory;
    private final int threads;
    private final SweepObserver observer;
    private final Laboratory laboratory;
    private final List<List<@Nullable List<Measurement>>> results = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();
    private volatile boolean stopRequested;

    /**
     * How a sweep ended.
     *
     * @param table of what was done
     * @param complete whether that is everything
     */
    public record Outcome(SweepTable table, boolean complete) {}

    /**
     * A sweep.
     *
     * @param directory where results are kept as they come, and found again; null to keep none
     * @param threads how many repetitions are done at once, at least 1
     * @param surroundings what trainings need; not asked for where there are none
     */
    public SweepRun(
            SweepPlan plan,
            @Nullable Path directory,
            int threads,
            SweepObserver observer,
            Supplier<Surroundings> surroundings) {
        if (threads < 1) {
            throw new IllegalArgumentException("a sweep needs a thread, not " + threads);
        }
        this.plan = plan;
        this.directory = directory;
        this.threads = threads;
        this.observer = observer;
        this.laboratory = new Laboratory(plan, directory, surroundings);
        for (int i = 0; i < plan.cells().size(); i++) {
            results.add(new ArrayList<>(Collections.nCopies(plan.config().repetitions(), null)));
        }
    }

    /** Lets the sweep end after the repetitions under way. From any thread; returns at once. */
    public void requestStop() {
        stopRequested = true;
        laboratory.requestStop();
    }

    /**
     * Runs to the end, or until a stop is asked for.
     *
     * @throws SweepException when a repetition failed, naming its cell; what was done is kept
     */
    public Outcome run() throws InterruptedException {
        try (ResultLog log = directory == null ? null : ResultLog.open(plan, directory)) {
            if (log != null) {
                recall(log.read());
            }
            long total = (long) plan.cells().size() * plan.config().repetitions();
            observer.started(plan.cells().size(), total, done.get());
            work(log);
            return new Outcome(SweepTable.of(plan, results), done.get() == total);
        }
    }

    private void recall(Map<String, Map<Integer, List<Measurement>>> kept) {
        for (int i = 0; i < results.size(); i++) {
            Map<Integer, List<Measurement>> of =
                    kept.getOrDefault(plan.cells().get(i).name(), Map.of());
            for (int repetition = 0; repetition < plan.config().repetitions(); repetition++) {
                List<Measurement> measured = of.get(repetition);
                if (measured != null) {
                    results.get(i).set(repetition, measured);
                    done.incrementAndGet();
                }
            }
        }
    }

    private void work(@Nullable ResultLog log) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> {
                    workThrough(log);
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                await(worker);
            }
        } finally {
            stopRequested = true;
            pool.shutdownNow();
        }
    }

    private void await(Future<?> worker) throws InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            stopRequested = true;
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new SweepException("a sweep's thread failed: " + e.getCause(), e);
        }
    }

    private void workThrough(@Nullable ResultLog log) throws InterruptedException {
        int repetitions = plan.config().repetitions();
        int total = Math.multiplyExact(plan.cells().size(), repetitions);
        for (int job = next.getAndIncrement(); job < total && !stopRequested; job = next.getAndIncrement()) {
            int cell = job / repetitions;
            if (results.get(cell).get(job % repetitions) == null) {
                repeat(plan.cells().get(cell), results.get(cell), job % repetitions, log);
            }
        }
    }

    private void repeat(Cell cell, List<@Nullable List<Measurement>> into, int repetition, @Nullable ResultLog log)
            throws InterruptedException {
        List<Measurement> measured = laboratory.measure(cell, repetition);
        if (measured.isEmpty()) {
            return;
        }
        into.set(repetition, measured);
        if (log != null) {
            log.append(cell, repetition, measured);
        }
        observer.advanced(done.incrementAndGet());
    }

    /** The threads that this machine has for a sweep. */
    public static int allCores() {
        return Math.max(1, Runtime.getRuntime().availableProcessors());
    }
}
