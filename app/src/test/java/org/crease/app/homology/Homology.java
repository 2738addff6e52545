package org.crease.app.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.command.UserError;
import org.crease.app.terminal.Captured;
import org.crease.app.terminal.Screen;
import picocli.CommandLine;

/** The command, run as a user would. */
final class Homology {
    private final Captured captured;
    private int status;
    private String error = "";

    private Homology(Captured captured) {
        this.captured = captured;
    }

    static Homology of(String... words) {
        return on(Screen.PLAIN, words);
    }

    static Homology on(Screen screen, String... words) {
        Homology run = new Homology(new Captured(screen));
        CommandLine line = new CommandLine(new HomologyCommand(run.captured.terminal()));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            run.error = String.valueOf(failure.getMessage());
            return failure instanceof UserError || failure instanceof IllegalArgumentException ? 2 : 1;
        });
        run.status = line.execute(words);
        return run;
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    String out() {
        return captured.out();
    }

    /** The headings of diagrams and their bars. */
    static List<String> bars(String out) {
        List<String> bars = new ArrayList<>();
        for (String line : out.lines().toList()) {
            if (!bars.isEmpty() || line.startsWith("persistence intervals in dim 0")) {
                bars.add(line);
            }
        }
        return bars;
    }
}
