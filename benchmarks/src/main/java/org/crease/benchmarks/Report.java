package org.crease.benchmarks;

import java.io.PrintWriter;
import java.util.List;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Table;

/** Prints what was measured. */
public final class Report {
    private final PrintWriter out;

    public Report(PrintWriter out) {
        this.out = out;
    }

    /** A heading and lines, flushed at once: measuring takes minutes. */
    public void section(String heading, List<String> lines) {
        out.println();
        out.println(heading);
        lines.forEach(out::println);
        out.flush();
    }

    public void table(String heading, Table table) {
        section(heading, table.lines(Screen.PLAIN));
    }
}
