package org.crease.probes.overlap;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Lets an interruption stop the work within 200 ms, also while the library computes, which cannot be stopped. */
final class Cancellation {
    private Cancellation() {}

    static void check() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("overlap probe was cancelled");
        }
    }

    /**
     * Runs a call, one that may take long on a thread of its own. When the waiting is interrupted that runs to its end
     * unattended, so it must share nothing that changes.
     */
    static <T> T call(boolean mayTakeLong, Supplier<T> call) throws InterruptedException {
        check();
        if (!mayTakeLong) {
            return call.get();
        }
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread thread = new Thread(task, "crease-overlap");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a computation of the overlap probe failed", e.getCause());
        }
    }
}
