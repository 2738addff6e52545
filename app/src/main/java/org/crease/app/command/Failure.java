package org.crease.app.command;

/** The work failed for a reason that one line says in full: exit status 1. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
