package org.crease.app.homology.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Table;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;

/** Diagrams for people: a row a dimension, and the longest bars as a picture. */
public final class Summary {
    private Summary() {}

    /** Lines for this screen. */
    public static List<String> of(Diagrams diagrams, Screen screen) {
        Table table = new Table(
                Column.words(""),
                Column.numbers("bars"),
                Column.numbers(diagrams.complete() ? "infinite" : "alive at the end"),
                Column.numbers("longest"),
                Column.numbers("born"),
                Column.numbers("dies"));
        diagrams.byDimension().forEach(diagram -> table.row(row(diagram)));
        List<String> lines = new ArrayList<>(table.lines(screen));
        List<String> bars = new Barcode(diagrams, screen).lines();
        if (!bars.isEmpty()) {
            lines.add("");
            lines.addAll(bars);
        }
        return lines;
    }

    private static String[] row(PersistenceDiagram diagram) {
        String[] row = {
            "H" + diagram.dimension(), Numbers.count(diagram.size()), Numbers.count(diagram.infinite()), "", "", ""
        };
        int longest = IntStream.range(0, diagram.size())
                .filter(bar -> !Double.isInfinite(diagram.death(bar)))
                .reduce(-1, (a, b) -> a < 0 || length(diagram, b) > length(diagram, a) ? b : a);
        if (longest >= 0) {
            row[3] = Numbers.value(length(diagram, longest));
            row[4] = Numbers.value(diagram.birth(longest));
            row[5] = Numbers.value(diagram.death(longest));
        }
        return row;
    }

    private static double length(PersistenceDiagram diagram, int bar) {
        return diagram.death(bar) - diagram.birth(bar);
    }
}
