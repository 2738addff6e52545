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
    private static final long POLL_MS = 100;
    private static final long LONGEST_STOP_MS = 5_000; // probes promise to stop within 200 ms

    private final Supplier<Examination> examination;
    private final CancellableSink sink;
    private final ProbingConfig config;
    private final BlockingQueue<Work> queue;
    private final Thread worker;
    private volatile @Nullable Throwable failure;
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
        this.sink = new CancellableSink(config.onError() == OnError.ISOLATE ? sink : new FailingSink(sink));
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
     * @throws IllegalStateException after {@link #finish} or {@link #close}
     */
    public boolean offer(long step, float[] parameters) throws InterruptedException {
        Work work = new Work(step, parameters);
        refuseWhenEnded();
        if (config.whenFull() == WhenFull.SKIP) {
            return queue.offer(work);
        }
        while (!left && !queue.offer(work, POLL_MS, TimeUnit.MILLISECONDS)) {
            refuseWhenEnded();
        }
        refuseWhenFailed();
        return true;
    }

    private void refuseWhenEnded() {
        refuseWhenFailed();
        if (!worker.isAlive() || sink.cancelled()) {
            refuseWhenFailed();
            throw new IllegalStateException("probing has ended; nothing more can be handed over");
        }
    }

    private void refuseWhenFailed() {
        Throwable cause = failure;
        if (cause != null) {
            String message = cause.getMessage();
            throw new ProbingFailedException(message == null ? cause.toString() : message, cause);
        }
    }

    private void work() {
        try {
            Work next = queue.take();
            if (!next.isEnd()) {
                examineAll(next, examination.get());
            }
        } catch (InterruptedException | RuntimeException | Error e) {
            if (!sink.cancelled()) {
                failure = e;
            }
        }
    }

    private void examineAll(Work first, Examination ready) throws InterruptedException {
        for (Work next = first; !next.isEnd(); next = queue.take()) {
            ready.examine(next.step(), next.parameters(), sink);
        }
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
                worker.join(POLL_MS);
            } else {
                ending = queue.offer(Work.END, POLL_MS, TimeUnit.MILLISECONDS);
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

    /**
     * Gives up what has not been examined: when this returns nothing more reaches the sink, and what reached it is complete.
     * Does nothing after {@link #finish}.
     */
    @Override
    public void close() {
        sink.cancel(worker);
        try {
            worker.join(LONGEST_STOP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
