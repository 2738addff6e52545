package org.crease.trainer.training;

/** A training could not start, go on or be resumed; the message says what, actual, expected and where. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
