package org.crease.probes;

/** A snapshot could not be examined; the message says what, actual, expected and where. */
public final class ProbeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProbeException(String message) {
        super(message);
    }

    public ProbeException(String message, Throwable cause) {
        super(message, cause);
    }
}
