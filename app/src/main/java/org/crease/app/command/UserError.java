package org.crease.app.command;

/** The user's words or file are wrong: exit status 2, and one line that says what, actual, expected and where. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
