package org.crease.trainer.data.library;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a stream that gave nothing for too long, which wakes its reader: reading from the network knows no time limit. */
final class StallGuard implements AutoCloseable {
    private final InputStream stream;
    private final Duration patience;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "download-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long lastAlive = System.nanoTime();
    private volatile boolean stalled;

    StallGuard(InputStream stream, Duration patience) {
        this.stream = stream;
        this.patience = patience;
        long interval = Math.max(1, patience.toMillis() / 4);
        var unused = watch.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
    }

    /** Some bytes came. */
    void alive() {
        lastAlive = System.nanoTime();
    }

    /** Throws if the stream ended because it was closed here, whatever its reader saw of that. */
    void check(@Nullable IOException seen) throws IOException {
        if (stalled) {
            throw new IOException("nothing came for " + patience.toMillis() + " ms", seen);
        }
    }

    private void look() {
        if (System.nanoTime() - lastAlive < patience.toNanos()) {
            return;
        }
        stalled = true;
        try {
            stream.close();
        } catch (IOException e) {
            watch.shutdown();
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
