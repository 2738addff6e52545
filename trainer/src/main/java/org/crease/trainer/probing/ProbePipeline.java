package org.crease.trainer.probing;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.crease.trainer.config.ProbingConfig;
import org.crease.trainer.config.ProbingConfig.OnError;
import org.crease.trainer.config.ProbingConfig.WhenFull;
import org.jspecify.annotations.Nullable;

/**
 * Runs probes beside a training, on one thread of its own, so that findings come in the order of their steps. What waits is
 * bounded; when the queue is full, training waits too or the checkpoint goes unprobed, as configured. Nothing in here can
 * reach the network that is trained: only copies of its parameters come in.
 */
public final class ProbePipeline implements AutoCloseable {
    private static final long LONGEST_CANCELLATION_MS = 10_000;
    private static final long TURN_MS = 100;

    private final Supplier<Examination> examination;
    private final FindingSink sink;
    private final ProbingConfig config;
    private final BlockingQueue<Work> queue;
    private final Thread worker;
    private volatile @Nullable Throwable failure;
    private volatile boolean cancelled;
    private volatile boolean left;

    private record Work(long step, float[] parameters) {
        static final Work END = new Work(-1, new float[0]);

        boolean isEnd() {
            return step < 0;
        }
    }

    /** @param examination made on the pipeline's own thread, since making a network draws from the thread's random stream */
    public ProbePipeline(Supplier<Examination> examination, FindingSink sink, ProbingConfig config) {
        this.examination = examination;
        this.sink = sink;
        this.config = config;
        this.queue = new LinkedBlockingQueue<>(config.queue());
        this.worker = new Thread(this::work, "probes");
        worker.setDaemon(true);
        worker.start();
    }

    /**
     * Hands over the parameters of a step. They must not be changed afterwards.
     *
     * @return whether they were taken, or need not be after {@link #leave}; not when the queue was full and is to skip
     * @throws InterruptedException while waiting for room
     * @throws ProbingFailedException when probing has come to an end by an error
     */
    public boolean offer(long step, float[] parameters) throws InterruptedException {
        Work work = new Work(step, parameters);
        if (config.whenFull() == WhenFull.SKIP) {
            refuseWhenFailed();
            return queue.offer(work);
        }
        while (!left && !queue.offer(work, TURN_MS, TimeUnit.MILLISECONDS)) {
            refuseWhenFailed();
        }
        refuseWhenFailed();
        return true;
    }

    private void refuseWhenFailed() {
        Throwable cause = failure;
        if (cause != null) {
            throw new ProbingFailedException(String.valueOf(cause.getMessage()), cause);
        }
    }

    private void work() {
        try {
            Work next = queue.take();
            if (!next.isEnd()) {
                examineAll(next, examination.get());
            }
        } catch (InterruptedException e) {
            if (!cancelled) {
                failure = e;
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    private void examineAll(Work first, Examination ready) throws InterruptedException {
        for (Work next = first; !next.isEnd(); next = queue.take()) {
            ready.examine(next.step(), next.parameters(), policed());
        }
    }

    private FindingSink policed() {
        return config.onError() == OnError.ISOLATE ? sink : new FailingSink(sink);
    }

    /**
     * Waits until everything handed over has been examined, unless told to {@link #leave} it.
     *
     * @return whether all has been examined
     */
    public boolean finish() throws InterruptedException {
        boolean ending = false;
        while (worker.isAlive() && !left) {
            if (ending) {
                worker.join(TURN_MS);
            } else {
                ending = queue.offer(Work.END, TURN_MS, TimeUnit.MILLISECONDS);
            }
        }
        refuseWhenFailed();
        return !worker.isAlive();
    }

    /** Lets nobody wait for probes any longer: what has not been examined stays so. From any thread; returns at once. */
    public void leave() {
        left = true;
    }

    /** Number of steps that wait to be examined. */
    public int waiting() {
        return queue.size();
    }

    /** Gives up what has not been examined, and waits until the sink is called no more. Nothing after {@link #finish}. */
    @Override
    public void close() {
        cancelled = true;
        worker.interrupt();
        try {
            worker.join(LONGEST_CANCELLATION_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
