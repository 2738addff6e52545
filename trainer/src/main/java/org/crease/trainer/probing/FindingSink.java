package org.crease.trainer.probing;

import java.util.List;
import org.crease.probes.Finding;
import org.crease.probes.snapshot.Snapshot;

/** Takes what probes find, snapshot by snapshot, in the order of the steps. Called from one thread. */
public interface FindingSink {

    /** Everything that was found in one snapshot. */
    void found(Snapshot snapshot, List<Finding> findings);

    /** A probe could not examine a snapshot. */
    void failed(long step, String probe, RuntimeException cause);
}
