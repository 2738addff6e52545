package org.crease.inspector.web;

/** A request that is answered by an error: what is wrong with it, in words fit for the page. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final int status;

    private RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    private RefusedException(int status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The request is wrong in itself. */
    public static RefusedException bad(String message) {
        return new RefusedException(BAD_REQUEST, message);
    }

    /** The request is wrong in itself. */
    public static RefusedException bad(String message, Throwable cause) {
        return new RefusedException(BAD_REQUEST, message, cause);
    }

    /** What it asks for is not there. */
    public static RefusedException missing(String message) {
        return new RefusedException(NOT_FOUND, message);
    }

    /** The state of things forbids what it asks for. */
    public static RefusedException conflict(String message) {
        return new RefusedException(CONFLICT, message);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }
}
