package org.crease.probes;

import java.util.List;
import org.crease.probes.snapshot.Snapshot;

/**
 * A pure function from a snapshot to findings.
 *
 * <p>An implementation is immutable and thread-safe, takes all randomness from its own settings, and gives the same
 * findings, bit for bit, for the same snapshot: live, on replay, on another machine of the same kind.
 */
public interface Probe {

    /** The name under which findings are recorded, for example {@code rank}; unique within a run. */
    String name();

    /** What {@link #examine} is expected to take. Called before it; must itself be cheap. */
    Cost cost(Snapshot snapshot);

    /**
     * Examines a snapshot.
     *
     * @return one finding a layer examined, in the snapshot's layer order
     * @throws ProbeException when the snapshot cannot be examined, for example because it would not fit into memory
     * @throws InterruptedException when the thread is interrupted, which is how a probe is cancelled: at the latest
     *     200 ms after the interruption
     */
    List<Finding> examine(Snapshot snapshot) throws InterruptedException;
}
