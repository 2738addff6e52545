package org.crease.probes;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Lets an interruption stop a probe within 200 ms, also while a call runs that cannot be stopped itself. */
public final class Cancellation {
    private Cancellation() {}

    /**
     * To be called now and then.
     *
     * @throws InterruptedException when the thread has been interrupted
     */
    public static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the probe was cancelled");
        }
    }

    /**
     * Runs a call on a thread of its own and waits for it. When the waiting is interrupted the call runs to its end
     * unattended, so it must share nothing that changes, and own, and free, the native memory that it works on.
     */
    public static <T> T await(Supplier<T> call) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread thread = new Thread(task, "crease-probe-call");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a call of a probe failed", e.getCause());
        }
    }
}
