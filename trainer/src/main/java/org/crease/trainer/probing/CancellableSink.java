package org.crease.trainer.probing;

import java.util.List;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;

/**
 * Lets nothing through once cancelled. An interruption in the middle of a write would close the file that is written, so the
 * thread that writes is interrupted only between two writes.
 */
final class CancellableSink implements FindingSink {
    private final FindingSink sink;
    private volatile boolean cancelled;

    CancellableSink(FindingSink sink) {
        this.sink = sink;
    }

    /** Waits for a write under way, lets no other begin, and interrupts the thread that writes. */
    synchronized void cancel(Thread writer) {
        cancelled = true;
        writer.interrupt();
    }

    boolean cancelled() {
        return cancelled;
    }

    @Override
    public synchronized void found(Snapshot snapshot, List<Finding> findings) {
        if (!cancelled) {
            sink.found(snapshot, findings);
        }
    }

    @Override
    public synchronized void failed(long step, String probe, RuntimeException cause) {
        if (!cancelled) {
            sink.failed(step, probe, cause);
        }
    }
}
