package org.crease.app.homology;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.crease.app.homology.output.Addition;
import org.crease.app.homology.output.RipserLines;
import org.crease.app.homology.output.Summary;
import org.crease.app.terminal.Screen;
import org.crease.homology.diagram.Diagrams;

/** What a computation found, before it is shown. */
record Result(Heading heading, Diagrams diagrams, List<Addition> additions) {

    /** Prints it in the words of Ripser. */
    void print(PrintStream out) {
        List<String> above = new ArrayList<>(heading.points());
        additions.forEach(addition -> above.addAll(addition.heading()));
        above.addAll(heading.distances());
        out.print(above.isEmpty() ? "" : String.join("\n", above) + "\n");
        out.print(RipserLines.of(diagrams));
        additions.forEach(addition -> addition.print(out));
        out.flush();
    }

    /** For people. */
    List<String> summary(String name, Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add(heading.line(name, diagrams));
        for (Addition addition : additions) {
            lines.addAll(addition.heading());
        }
        lines.addAll(Summary.of(diagrams, screen));
        for (Addition addition : additions) {
            lines.addAll(addition.summary(screen));
        }
        return lines;
    }
}
