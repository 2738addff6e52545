package org.crease.runlog;

import java.nio.file.Path;
import org.crease.runlog.storage.Printable;

/** A path that the user gave is no run directory. */
public final class NotARunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotARunException(Path path, String why) {
        super(Printable.of(path.toString()) + " is not a run: " + why);
    }
}
