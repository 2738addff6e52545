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
        int status;
        try {
            status = QuickStart.execute(terminal, arguments);
        } catch (OutOfMemoryError memory) {
            terminal.tell("crease: out of memory: " + memory.getMessage()
                    + "; give Java more with CREASE_JAVA_OPTS=-Xmx8g, or ask for less");
            status = ExitStatus.FAILED;
        }
        terminal.out().flush();
        Runtime.getRuntime().exit(status);
    }
}
