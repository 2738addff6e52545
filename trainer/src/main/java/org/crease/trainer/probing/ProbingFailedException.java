package org.crease.trainer.probing;

/** Probing came to an end by an error; the message says which probe, at which step, and why. */
public final class ProbingFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProbingFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
