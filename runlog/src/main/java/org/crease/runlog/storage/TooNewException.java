package org.crease.runlog.storage;

import java.nio.file.Path;

/** A file is in a format version that a later release wrote. */
public final class TooNewException extends FormatException {
    private static final long serialVersionUID = 1L;

    public TooNewException(Path file, long actual, long newest) {
        super(file, "", "format version " + actual + " is too new, the newest that can be read is " + newest);
    }
}
