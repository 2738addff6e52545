package org.crease.app.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.app.homology.output.Addition;
import org.crease.app.homology.output.RipserLines;
import org.crease.app.homology.output.Summary;
import org.crease.app.terminal.Screen;
import org.crease.homology.diagram.Diagrams;

/** What a computation found, before it is shown. */
record Result(Heading heading, Diagrams diagrams, List<Addition> additions) {

    /** In the words of Ripser. */
    String text() {
        List<String> above = new ArrayList<>(heading.points());
        List<String> below = new ArrayList<>();
        for (Addition addition : additions) {
            above.addAll(addition.heading());
            below.addAll(addition.lines());
        }
        above.addAll(heading.distances());
        return lines(above) + RipserLines.of(diagrams) + lines(below);
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

    private static String lines(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
