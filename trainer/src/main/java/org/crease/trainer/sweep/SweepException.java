package org.crease.trainer.sweep;

/** A repetition of a sweep failed. */
public final class SweepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SweepException(String message, Throwable cause) {
        super(message, cause);
    }
}
