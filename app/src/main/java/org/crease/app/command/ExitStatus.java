package org.crease.app.command;

/** The exit statuses of the command line. Scripts rely on them: they never change. */
public final class ExitStatus {

    /** Done. */
    public static final int DONE = 0;

    /** Failed: the machine, the network or the run. */
    public static final int FAILED = 1;

    /** The user's words or file are wrong. */
    public static final int WRONG = 2;

    private ExitStatus() {}
}
