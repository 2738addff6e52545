package org.crease.trainer.data.source;

/** Data could not be had as asked; the message is one line that says what, actual, expected and where. */
public final class DataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
