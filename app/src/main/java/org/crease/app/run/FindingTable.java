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
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.runlog.FindingEntry;
import org.crease.trainer.data.source.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What was found, checkpoint by checkpoint and layer by layer, under what theory says of the data and what was measured of
 * them, so that the three are seen at once. Of many checkpoints a few are shown, the first and the last among them. Of a
 * probe that this table knows, the values that one looks at first; of any other, its first two.
 */
final class FindingTable {
    private static final int MOST_STEPS = 7;
    private static final int VALUES_OF_OTHERS = 2;
    private static final double LARGEST_COUNT = 1e9;
    private static final Map<String, String> KNOWN = known();

    private final Map<Place, Map<String, Double>> cells = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();
    private final Set<Long> steps = new TreeSet<>();
    private final Map<String, Set<String>> probesOf = new LinkedHashMap<>();

    private record Place(long step, String layer) {}

    private FindingTable(List<FindingEntry> entries) {
        for (FindingEntry entry : entries) {
            for (String key : entry.summary().keySet()) {
                probesOf.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(entry.probe());
            }
        }
        for (FindingEntry entry : entries) {
            Map<String, Double> cell =
                    cells.computeIfAbsent(new Place(entry.step(), entry.layer()), place -> new LinkedHashMap<>());
            cell.putAll(shown(entry));
            columns.addAll(cell.keySet());
            steps.add(entry.step());
        }
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("rank_mean", "rank");
        known.put("active_mean", "active");
        known.put("regions", "regions");
        known.put("h0_count", "components");
        known.put("h1_count", "loops");
        known.put("h2_count", "voids");
        known.put("h1_max_persistence", "longest loop");
        return known;
    }

    /**
     * The table as lines; none when nothing was found.
     *
     * @param truth what theory says of the data, if it says something
     */
    static List<String> of(List<FindingEntry> entries, @Nullable Truth truth, Screen screen) {
        List<String> lines = new ArrayList<>();
        if (!entries.isEmpty()) {
            lines.add("");
            lines.addAll(new FindingTable(entries).lines(truth, screen));
        }
        if (truth != null) {
            lines.add("");
            lines.add(Theory.line(truth));
        }
        return lines;
    }

    private Map<String, Double> shown(FindingEntry entry) {
        Map<String, Double> shown = new LinkedHashMap<>();
        KNOWN.forEach((key, title) -> {
            Double value = entry.summary().get(key);
            if (value != null) {
                shown.put(probesOf.getOrDefault(key, Set.of()).size() > 1 ? entry.probe() + " " + title : title, value);
            }
        });
        if (shown.isEmpty()) {
            entry.summary().entrySet().stream()
                    .limit(VALUES_OF_OTHERS)
                    .forEach(e -> shown.put(entry.probe() + " " + e.getKey(), e.getValue()));
        }
        return shown;
    }

    private List<String> lines(@Nullable Truth truth, Screen screen) {
        Set<Long> chosen = few(List.copyOf(steps));
        List<Column> heading = new ArrayList<>(List.of(Column.numbers("step"), Column.words("layer")));
        columns.forEach(column -> heading.add(Column.numbers(column)));
        Table table = new Table(heading.toArray(Column[]::new));
        if (truth != null) {
            theory(table, truth);
        }
        boolean inputStays = inputStays();
        if (inputStays) {
            row(table, "", new Place(steps.iterator().next(), LayerSnapshot.NETWORK_INPUT), "-");
        }
        for (long step : chosen) {
            rows(table, step, inputStays);
        }
        List<String> lines = new ArrayList<>(table.lines(screen));
        if (chosen.size() < steps.size()) {
            lines.add(chosen.size() + " of " + Numbers.count(steps.size())
                    + " checkpoints are shown; all are in findings.jsonl");
        }
        return lines;
    }

    /** Whether the input was looked at, at every checkpoint with the same result. */
    private boolean inputStays() {
        return steps.stream()
                                .map(step -> cells.getOrDefault(new Place(step, LayerSnapshot.NETWORK_INPUT), Map.of()))
                                .distinct()
                                .count()
                        == 1
                && cells.containsKey(new Place(steps.iterator().next(), LayerSnapshot.NETWORK_INPUT));
    }

    private void theory(Table table, Truth truth) {
        Map<String, Double> counts = Theory.counts(truth);
        if (columns.stream().anyMatch(counts::containsKey)) {
            List<String> row = new ArrayList<>(List.of("", "in theory"));
            columns.forEach(column -> row.add(cell(column, counts.get(column), "")));
            table.row(row.toArray(String[]::new));
        }
    }

    private void rows(Table table, long step, boolean withoutInput) {
        String first = Numbers.count(step);
        for (Place place : cells.keySet()) {
            if (place.step() == step && !(withoutInput && place.layer().equals(LayerSnapshot.NETWORK_INPUT))) {
                row(table, first, place, "-");
                first = "";
            }
        }
    }

    private void row(Table table, String step, Place place, String nothing) {
        Map<String, Double> values = cells.getOrDefault(place, Map.of());
        List<String> row = new ArrayList<>(List.of(step, place.layer()));
        columns.forEach(column -> row.add(cell(column, values.get(column), nothing)));
        table.row(row.toArray(String[]::new));
    }

    private String cell(String column, @Nullable Double value, String nothing) {
        if (value == null || Double.isNaN(value)) {
            return nothing;
        }
        return counts(column) ? Numbers.count(value.longValue()) : Numbers.value(value);
    }

    /** Whether all values of a column are whole, so that decimals stand under decimals. */
    private boolean counts(String column) {
        return cells.values().stream()
                .map(cell -> cell.getOrDefault(column, Double.NaN))
                .filter(value -> !Double.isNaN(value))
                .allMatch(value -> value == Math.rint(value) && Math.abs(value) < LARGEST_COUNT);
    }

    /** At most so many, spread evenly, with the first and the last. */
    private static Set<Long> few(List<Long> all) {
        int wanted = Math.min(MOST_STEPS, all.size());
        Set<Long> chosen = new TreeSet<>();
        for (int i = 0; i < wanted; i++) {
            int last = Math.max(1, wanted - 1);
            chosen.add(all.get((int) Math.round((double) i * (all.size() - 1) / last)));
        }
        return chosen;
    }
}
