package org.crease.app.homology.output;

import java.util.Comparator;
import java.util.stream.IntStream;
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

    private static int[] order(PersistenceDiagram diagram) {
        Comparator<Integer> latest =
                Comparator.<Integer>comparingDouble(bar -> -diagram.birth(bar)).thenComparingDouble(diagram::death);
        return IntStream.range(0, diagram.size())
                .boxed()
                .sorted(diagram.dimension() == 0 ? Comparator.comparingDouble(diagram::death) : latest)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
