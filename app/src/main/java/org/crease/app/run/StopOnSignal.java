package org.crease.app.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long work end well when the process is asked to end (Ctrl-C, SIGTERM): tells it to stop, and holds the process until
 * it has, or for a minute.
 */
final class StopOnSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private StopOnSignal(Runnable stop) {
        this.hook = new Thread(() -> stopAndWait(stop), "stop");
    }

    static StopOnSignal of(Runnable stop) {
        StopOnSignal made = new StopOnSignal(stop);
        Runtime.getRuntime().addShutdownHook(made.hook);
        return made;
    }

    private void stopAndWait(Runnable stop) {
        stop.run();
        try {
            boolean inTime = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                stop.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work has ended. */
    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and this hook is what it waits for: it was just released.
        }
    }
}
