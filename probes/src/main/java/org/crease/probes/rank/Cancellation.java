package org.crease.probes.rank;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Lets an interruption stop the work within 200 ms, also while a native call runs that cannot be stopped itself. */
final class Cancellation {
    private Cancellation() {}

    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("rank probe was cancelled");
        }
    }

    /**
     * Runs a call on a thread of its own and waits for it. When the waiting is interrupted the call runs to its end
     * unattended, so it must own, and free, the memory that it works on.
     */
    static <T> T await(Supplier<T> call) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread thread = new Thread(task, "crease-rank-lapack");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a LAPACK call failed", e.getCause());
        }
    }
}
