package org.crease.trainer.sweep;

/** A sweep cannot be run as it was asked for, or a repetition of it failed. */
public final class SweepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SweepException(String message) {
        super(message);
    }

    SweepException(String message, Throwable cause) {
        super(message, cause);
    }
}
