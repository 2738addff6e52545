package org.crease.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Table;
import org.crease.runlog.Manifest;
import org.crease.runlog.compare.ComparedRun;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.RunGroup;
import org.crease.runlog.compare.SettingDifference;
import org.crease.runlog.storage.Printable;

/** Who is compared with whom, and in what they differ. */
final class ComparisonHeading {
    private static final int MOST_SETTINGS = 12;
    private static final int MOST_RUNS = 6;

    private ComparisonHeading() {}

    static List<String> of(Comparison comparison, Screen screen) {
        List<String> lines = new ArrayList<>();
        lines.add(group(comparison.first()));
        lines.add(group(comparison.second()));
        List<SettingDifference> settings = comparison.settings();
        if (settings.isEmpty()) {
            lines.add("their settings are the same");
            return lines;
        }
        lines.add(comparison.twins() ? "twins: they differ in the target alone" : "no twins: these settings differ");
        Table table = new Table(
                Column.words(""),
                Column.words("setting"),
                Column.words(comparison.first().label()),
                Column.words(comparison.second().label()));
        settings.stream()
                .limit(MOST_SETTINGS)
                .forEach(setting -> table.row("", setting.key(), all(setting.first()), all(setting.second())));
        lines.addAll(table.lines(screen));
        if (settings.size() > MOST_SETTINGS) {
            lines.add("  and " + (settings.size() - MOST_SETTINGS) + " more; --json names all");
        }
        return lines;
    }

    private static String all(List<String> values) {
        return String.join(" | ", values);
    }

    private static String group(RunGroup group) {
        String runs = group.runs().stream()
                .limit(MOST_RUNS)
                .map(ComparisonHeading::run)
                .collect(Collectors.joining(", "));
        int more = group.runs().size() - MOST_RUNS;
        boolean labelled = !group.label().equals(group.runs().get(0).name());
        return Printable.of((labelled ? group.label() + ": " : "") + runs + (more > 0 ? " and " + more + " more" : ""));
    }

    private static String run(ComparedRun run) {
        String status =
                run.status() == Manifest.Status.DONE ? "" : ", " + run.status().word();
        return run.name() + " (seed " + run.seed() + status + ")";
    }
}
