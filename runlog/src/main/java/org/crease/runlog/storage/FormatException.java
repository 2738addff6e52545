package org.crease.runlog.storage;

import java.nio.file.Path;

/** A file's content cannot be used. The subclass says whether it is damaged, older or newer than this reader knows. */
public abstract sealed class FormatException extends RuntimeException
        permits CorruptFileException, TooOldException, TooNewException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String position;

    FormatException(Path file, String position, String message) {
        super(Printable.of(file.toString()) + (position.isEmpty() ? "" : ", " + position) + ": "
                + Printable.excerpt(message));
        this.file = file.toString();
        this.position = position;
    }

    /** The file, as it was opened. */
    public String file() {
        return file;
    }

    /** Where in the file, such as {@code line 12} or {@code offset 96}; empty when the whole file is meant. */
    public String position() {
        return position;
    }
}
