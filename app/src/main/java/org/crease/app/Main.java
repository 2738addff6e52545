package org.crease.app;

import org.crease.app.command.ExitStatus;
import org.crease.app.terminal.ProcessTerminal;
import org.crease.app.terminal.Terminal;

/** Where the process starts. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        Terminal terminal = ProcessTerminal.open();
        int status = status(terminal, arguments);
        terminal.out().flush();
        Runtime.getRuntime().exit(status);
    }

    /** Runs one command and returns its exit status. */
    static int status(Terminal terminal, String... arguments) {
        try {
            return QuickStart.execute(terminal, arguments);
        } catch (OutOfMemoryError memory) {
            terminal.tell("crease: out of memory: " + memory.getMessage()
                    + "; give Java more with CREASE_JAVA_OPTS=-Xmx8g, or ask for less");
            return ExitStatus.FAILED;
        }
    }
}
