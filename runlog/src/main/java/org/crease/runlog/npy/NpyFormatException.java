package org.crease.runlog.npy;

import java.io.IOException;

/** A stream does not hold a readable npy array; the callers, who know the file, turn this into their own words. */
final class NpyFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    NpyFormatException(long offset, String message) {
        super(message);
        this.offset = offset;
    }

    long offset() {
        return offset;
    }
}
