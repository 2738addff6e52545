package org.crease.inspector.web;

import org.jspecify.annotations.Nullable;

/** A request that is answered by an error: what is wrong with it, in words fit for the page. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;
    private static final int MISDIRECTED = 421;
    private static final int UNAUTHORIZED = 401;

    private final int status;

    private RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    private RefusedException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** The request is wrong in itself. */
    public static RefusedException bad(String message) {
        return new RefusedException(BAD_REQUEST, message);
    }

    /** The request is wrong in itself. */
    public static RefusedException bad(String message, @Nullable Throwable cause) {
        return new RefusedException(BAD_REQUEST, message, cause);
    }

    /** Whoever asks has not shown the right to. */
    public static RefusedException unauthorized(String message) {
        return new RefusedException(UNAUTHORIZED, message);
    }

    /** Whoever asks must not. */
    public static RefusedException forbidden(String message) {
        return new RefusedException(FORBIDDEN, message);
    }

    /** It is asked for by a name that is not ours. */
    public static RefusedException misdirected(String message) {
        return new RefusedException(MISDIRECTED, message);
    }

    /** Another method of HTTP is expected. */
    public static RefusedException notAllowed(String message) {
        return new RefusedException(NOT_ALLOWED, message);
    }

    /** There is more of it than is taken. */
    public static RefusedException tooLarge(String message) {
        return new RefusedException(TOO_LARGE, message);
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
