package org.crease.app.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Table;
import org.crease.runlog.FindingEntry;
import org.crease.runlog.FindingsLog;
import org.jspecify.annotations.Nullable;

/**
 * What was found, checkpoint by checkpoint and layer by layer. Of many checkpoints a few are shown, the first and the last
 * among them. Of a probe that this table knows, the values that one looks at first; of any other, its first two.
 */
final class FindingTable {
    private static final int MOST_STEPS = 7;
    private static final Map<String, String> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("rank_mean", "rank");
        KNOWN.put("active_mean", "active");
        KNOWN.put("regions", "regions");
        KNOWN.put("h0_count", "components");
        KNOWN.put("h1_count", "loops");
        KNOWN.put("h1_max_persistence", "longest loop");
    }

    private final Map<Place, Map<String, Double>> cells = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    private record Place(long step, String layer) {}

    private FindingTable(List<FindingEntry> entries) {
        for (FindingEntry entry : entries) {
            Map<String, Double> cell =
                    cells.computeIfAbsent(new Place(entry.step(), entry.layer()), place -> new LinkedHashMap<>());
            shown(entry).forEach((column, value) -> {
                columns.add(column);
                cell.put(column, value);
            });
        }
    }

    /** The table as lines; none when nothing was found. */
    static List<String> of(FindingsLog findings, Screen screen) {
        List<FindingEntry> entries = findings.entries();
        return entries.isEmpty() ? List.of() : new FindingTable(entries).lines(screen);
    }

    private static Map<String, Double> shown(FindingEntry entry) {
        Map<String, Double> shown = new LinkedHashMap<>();
        KNOWN.forEach((key, title) -> {
            Double value = entry.summary().get(key);
            if (value != null) {
                shown.put(title, value);
            }
        });
        if (shown.isEmpty()) {
            entry.summary().entrySet().stream()
                    .limit(2)
                    .forEach(e -> shown.put(entry.probe() + " " + e.getKey(), e.getValue()));
        }
        return shown;
    }

    private List<String> lines(Screen screen) {
        Set<Long> steps = new TreeSet<>();
        cells.keySet().forEach(place -> steps.add(place.step()));
        Set<Long> chosen = few(new ArrayList<>(steps));
        List<Column> heading = new ArrayList<>(List.of(Column.numbers("step"), Column.words("layer")));
        columns.forEach(column -> heading.add(Column.numbers(column)));
        Table table = new Table(heading.toArray(Column[]::new));
        for (long step : chosen) {
            rows(table, step);
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(table.lines(screen));
        if (chosen.size() < steps.size()) {
            lines.add(chosen.size() + " of " + steps.size() + " checkpoints are shown; all are in findings.jsonl");
        }
        return lines;
    }

    private void rows(Table table, long step) {
        boolean first = true;
        for (Map.Entry<Place, Map<String, Double>> cell : cells.entrySet()) {
            if (cell.getKey().step() == step) {
                List<String> row = new ArrayList<>(
                        List.of(first ? Numbers.count(step) : "", cell.getKey().layer()));
                columns.forEach(column -> row.add(number(cell.getValue().get(column))));
                table.row(row.toArray(String[]::new));
                first = false;
            }
        }
    }

    private static String number(@Nullable Double value) {
        if (value == null || Double.isNaN(value)) {
            return "-";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Numbers.count(value.longValue())
                : Numbers.value(value);
    }

    /** At most so many, spread evenly, with the first and the last. */
    private static Set<Long> few(List<Long> steps) {
        Set<Long> chosen = new TreeSet<>();
        int wanted = Math.min(MOST_STEPS, steps.size());
        for (int i = 0; i < wanted; i++) {
            chosen.add(steps.get(wanted == 1 ? 0 : Math.round(i * (steps.size() - 1f) / (wanted - 1))));
        }
        return chosen;
    }
}
