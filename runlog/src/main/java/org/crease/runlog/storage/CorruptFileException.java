package org.crease.runlog.storage;

import java.nio.file.Path;

/** A file does not hold what its writer put there, or what its format asks for. */
public final class CorruptFileException extends FormatException {
    private static final long serialVersionUID = 1L;

    public CorruptFileException(Path file, String position, String message) {
        super(file, position, message);
    }

    public CorruptFileException(Path file, String position, String message, Throwable cause) {
        super(file, position, message);
        initCause(cause);
    }
}
