package org.crease.runlog;

import java.nio.file.Path;
import org.crease.runlog.storage.Printable;

/** Somebody else writes in a run. */
public final class RunLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunLockedException(Path run, String holder) {
        super(Printable.of(run.toString()) + " is being written by " + holder + "; only one may write at a time");
    }
}
