package org.crease.app.homology.output;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Style;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;

/** The longest bars of each dimension, drawn to one scale from 0, or the first birth below it, to the threshold; an arrow where a class lives on. */
final class Barcode {
    private static final int MOST = 6;
    private static final int LABEL = 4;
    private static final int NUMBERS = 22;
    private static final int WIDEST = 72;
    private static final int NARROWEST = 10;

    private final Diagrams diagrams;
    private final Screen screen;
    private final int width;
    private final double start;
    private final double scale; // columns a unit

    Barcode(Diagrams diagrams, Screen screen) {
        this.diagrams = diagrams;
        this.screen = screen;
        width = Math.max(NARROWEST, Math.min(WIDEST, screen.width() - LABEL - NUMBERS));
        start = start(diagrams);
        scale = diagrams.threshold() > start ? width / (diagrams.threshold() - start) : 0;
    }

    private static double start(Diagrams diagrams) {
        double start = 0;
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            start = diagram.size() == 0 ? start : Math.min(start, diagram.birth(0));
        }
        return start;
    }

    List<String> lines() {
        return diagrams.byDimension().stream()
                .flatMap(diagram -> lines(diagram).stream())
                .toList();
    }

    private List<String> lines(PersistenceDiagram diagram) {
        List<Integer> longest = IntStream.range(0, diagram.size())
                .boxed()
                .sorted(Comparator.comparingDouble(bar -> diagram.birth(bar) - diagram.death(bar)))
                .limit(MOST)
                .toList();
        return IntStream.range(0, longest.size())
                .mapToObj(k -> line(k == 0 ? "H" + diagram.dimension() : "", diagram, longest.get(k)))
                .toList();
    }

    private String line(String label, PersistenceDiagram diagram, int bar) {
        double birth = diagram.birth(bar);
        double death = diagram.death(bar);
        int from = Math.min(width - 1, (int) ((birth - start) * scale));
        int to = Double.isInfinite(death)
                ? width
                : Math.max(from + 1, Math.min(width, (int) Math.round((death - start) * scale)));
        String drawn = screen.choose("━", "-").repeat(to - from);
        if (Double.isInfinite(death)) {
            drawn = drawn.substring(1) + screen.choose("→", ">");
        }
        String line = Style.STRONG.on(screen, label)
                + " ".repeat(LABEL - label.length() + from)
                + Style.NAME.on(screen, drawn)
                + " ".repeat(width - to + 2);
        return line + Numbers.value(birth) + screen.choose(" – ", " - ") + Numbers.value(death);
    }
}
