package org.crease.inspector.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.crease.inspector.jobs.Replayer.Order;
import org.crease.inspector.jobs.Replayer.Progress;
import org.crease.inspector.jobs.Replayer.Result;
import org.crease.inspector.web.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays one after the other, on one thread of their own; the last hundred are remembered. Thread-safe. */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int MOST = 100;

    private final Replayer replayer;
    private final ExecutorService worker;
    private final Map<Long, Job> jobs = new TreeMap<>();
    private final Map<Long, Future<?>> futures = new HashMap<>();
    private long last;

    public Jobs(Replayer replayer) {
        this.replayer = replayer;
        this.worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "replays");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** All that are remembered, in the order they were asked for. */
    public synchronized List<Job> all() {
        return new ArrayList<>(jobs.values());
    }

    /**
     * Asks for a replay.
     *
     * @param run name of the run
     * @param path its directory
     * @throws RefusedException when the probes are written wrongly, or too much is asked for
     */
    public synchronized Job add(String run, Path path, Order order) {
        try {
            replayer.check(order.probes());
        } catch (IllegalArgumentException wrong) {
            throw RefusedException.bad(String.valueOf(wrong.getMessage()), wrong);
        }
        forgetOldest();
        Job job = new Job(++last, run, Job.State.WAITING, "", 0, 0, "", List.of());
        jobs.put(job.id(), job);
        futures.put(job.id(), worker.submit(() -> work(job.id(), path, order)));
        return job;
    }

    /**
     * Ends a job, or takes it out of the queue.
     *
     * @throws RefusedException when there is none of that number
     */
    public synchronized void cancel(long id) {
        Job job = jobs.get(id);
        Future<?> future = futures.get(id);
        if (job == null) {
            throw RefusedException.missing("there is no job of that number");
        }
        if (!job.state().isOver() && future != null) {
            jobs.put(id, job.in(Job.State.CANCELLED));
            future.cancel(true);
        }
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        worker.shutdownNow();
    }

    private void forgetOldest() {
        Iterator<Job> oldest = jobs.values().iterator();
        while (jobs.size() >= MOST && oldest.hasNext()) {
            Job job = oldest.next();
            if (job.state().isOver()) {
                oldest.remove();
                futures.remove(job.id());
            }
        }
        if (jobs.size() >= MOST) {
            throw RefusedException.conflict(MOST + " replays are waiting; more are not taken");
        }
    }

    private void work(long id, Path path, Order order) {
        change(id, job -> job.in(Job.State.RUNNING));
        try {
            Result result = replayer.replay(path, order, new Told(id));
            change(
                    id,
                    job -> new Job(
                            id,
                            job.run(),
                            Job.State.DONE,
                            result.replay(),
                            job.done(),
                            job.total(),
                            "",
                            result.failures()));
        } catch (InterruptedException cancelled) {
            change(id, job -> job.in(Job.State.CANCELLED));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError | LinkageError failure) {
            LOG.warn("the replay of {} failed", path, failure);
            change(
                    id,
                    job -> new Job(
                            id,
                            job.run(),
                            Job.State.FAILED,
                            job.replay(),
                            job.done(),
                            job.total(),
                            words(failure),
                            List.of()));
        }
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return failure instanceof Error || message == null ? failure.toString() : message;
    }

    /** What is over stays as it is. */
    private synchronized void change(long id, UnaryOperator<Job> change) {
        jobs.computeIfPresent(id, (key, job) -> job.state().isOver() ? job : change.apply(job));
    }

    /** Keeps how far a job is. */
    private final class Told implements Progress {
        private final long id;

        Told(long id) {
            this.id = id;
        }

        @Override
        public void begun(String replay, long checkpoints) {
            change(id, job -> new Job(id, job.run(), job.state(), replay, 0, checkpoints, "", List.of()));
        }

        @Override
        public void step() {
            change(
                    id,
                    job -> new Job(
                            id, job.run(), job.state(), job.replay(), job.done() + 1, job.total(), "", List.of()));
        }
    }
}
