package org.crease.app.homology.output;

import java.util.Arrays;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * Diagrams in the words of Ripser: components in order of death, those that never die last; in other dimensions the latest
 * birth first and, of equal births, the earliest death.
 */
public final class RipserLines {
    private RipserLines() {}

    /** The lines, each with its end. */
    public static String of(Diagrams diagrams) {
        StringBuilder text = new StringBuilder();
        for (PersistenceDiagram diagram : diagrams.byDimension()) {
            text.append("persistence intervals in dim ")
                    .append(diagram.dimension())
                    .append(":\n");
            for (int bar : order(diagram)) {
                double death = diagram.death(bar);
                text.append(" [")
                        .append(SixDigits.of(diagram.birth(bar)))
                        .append(',')
                        .append(Double.isInfinite(death) ? " " : SixDigits.of(death))
                        .append(")\n");
            }
        }
        return text.toString();
    }

    private static Integer[] order(PersistenceDiagram diagram) {
        Integer[] bars = new Integer[diagram.size()];
        for (int bar = 0; bar < bars.length; bar++) {
            bars[bar] = bar;
        }
        boolean byDeath = diagram.dimension() == 0;
        Arrays.sort(bars, (a, b) -> {
            int births = byDeath ? 0 : Double.compare(diagram.birth(b), diagram.birth(a));
            return births == 0 ? Double.compare(diagram.death(a), diagram.death(b)) : births;
        });
        return bars;
    }
}
