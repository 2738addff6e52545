package org.crease.trainer.probing;

import java.util.List;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;

/** Makes the first failure of a probe the end of probing, and so of the training. */
final class FailingSink implements FindingSink {
    private final FindingSink sink;

    FailingSink(FindingSink sink) {
        this.sink = sink;
    }

    @Override
    public void found(Snapshot snapshot, List<Finding> findings) {
        sink.found(snapshot, findings);
    }

    @Override
    public void failed(long step, String probe, RuntimeException cause) {
        sink.failed(step, probe, cause);
        throw new ProbingFailedException(
                "probe " + probe + " failed at step " + step + ": " + cause.getMessage(), cause);
    }
}
