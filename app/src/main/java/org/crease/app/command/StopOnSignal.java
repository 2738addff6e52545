package org.crease.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets a long work end well when the process is asked to end (Ctrl-C, SIGTERM): tells it to stop, and holds the process until
 * it has, or until patience is at its end.
 */
public final class StopOnSignal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final BooleanSupplier stop;
    private final Duration patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::asked, "stop");

    StopOnSignal(BooleanSupplier stop, Duration patience) {
        this.stop = stop;
        this.patience = patience;
    }

    /**
     * From now on, and until it is closed.
     *
     * @param stop asks the work to stop, and says whether there is anything to wait for
     */
    public static StopOnSignal of(BooleanSupplier stop) {
        StopOnSignal made = new StopOnSignal(stop, PATIENCE);
        Runtime.getRuntime().addShutdownHook(made.hook);
        return made;
    }

    /** What is done when the process is asked to end. Returns whether the work has ended, or there was none. */
    boolean asked() {
        try {
            return !stop.getAsBoolean() || ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
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
