package org.crease.runlog.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crease.runlog.figure.Mark.Shade;
import org.crease.runlog.figure.Mark.Theory;

/** Which colour and which form each mark of a chart has: one for each name, in the order of the marks. */
final class Cast {
    private final Map<String, Integer> place = new HashMap<>();
    private final Legend legend;

    Cast(Chart chart) {
        for (Mark mark : chart.marks()) {
            if (!isBeside(mark)) {
                place.putIfAbsent(mark.name(), place.size());
            }
        }
        List<Legend.Entry> entries = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (boolean beside : new boolean[] {false, true}) {
            for (Mark mark : chart.marks()) {
                if (isBeside(mark) == beside && !mark.name().isEmpty() && !named.contains(mark.name())) {
                    named.add(mark.name());
                    entries.add(new Legend.Entry(mark, entryColor(mark), symbol(mark)));
                }
            }
        }
        legend = new Legend(chart.legend(), entries);
    }

    /** What is no data, and comes last in the legend. */
    private static boolean isBeside(Mark mark) {
        return mark instanceof Theory || mark instanceof Shade;
    }

    Legend legend() {
        return legend;
    }

    Color color(Mark mark) {
        if (mark instanceof Theory theory) {
            Integer of = place.get(theory.of());
            return of == null ? Look.SOFT : Look.series(of);
        }
        return Look.series(place.getOrDefault(mark.name(), 0));
    }

    Symbol symbol(Mark mark) {
        return Symbol.of(place.getOrDefault(mark.name(), 0));
    }

    /** Theory's entry stands for all of its lines, so it is in ink. */
    private Color entryColor(Mark mark) {
        return mark instanceof Theory ? Look.SOFT : color(mark);
    }
}
