package org.crease.app.terminal;

import java.io.PrintStream;

/**
 * The two streams of the process and what each can show. Results go to {@code out}, everything else (progress, errors,
 * advice) to {@code err}, so that a result can be piped on while its progress is watched.
 *
 * <p>A reader that goes away ({@code crease datasets | head -1}) is no error: {@link PrintStream} remembers the failure
 * and drops what follows.
 *
 * @param out stream of results
 * @param err stream of progress and errors
 * @param outScreen what the reader of {@code out} can show
 * @param errScreen what the reader of {@code err} can show
 */
public record Terminal(PrintStream out, PrintStream err, Screen outScreen, Screen errScreen) {

    /** Prints lines of a result. */
    public void print(Iterable<String> lines) {
        for (String line : lines) {
            out.println(line);
        }
        out.flush();
    }

    /** Prints one line of a result. */
    public void print(String line) {
        out.println(line);
        out.flush();
    }

    /** Prints one line beside the result. */
    public void tell(String line) {
        err.println(line);
        err.flush();
    }
}
