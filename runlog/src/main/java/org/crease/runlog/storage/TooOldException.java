package org.crease.runlog.storage;

import java.nio.file.Path;

/** A file is in a format version that this reader no longer knows. */
public final class TooOldException extends FormatException {
    private static final long serialVersionUID = 1L;

    public TooOldException(Path file, long actual, long oldest) {
        super(file, "", "format version " + actual + " is too old, the oldest that can be read is " + oldest);
    }
}
