package org.crease.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import org.crease.app.terminal.Column;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Table;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.ComparisonRow;
import org.crease.runlog.compare.Quantity;
import org.crease.runlog.compare.StratumRow;
import org.crease.runlog.storage.Printable;

/**
 * How many inputs have each rank, group beside group. Asked for, it is a line for each rank at each checkpoint, with tests;
 * otherwise an outline of the last checkpoint: neighbouring ranks together, untested, and no layer whose inputs all have one rank.
 */
final class StrataTable {
    private static final int SCREENFUL = 40;
    private static final int MOST_RANGES = 8;
    private static final int FEWEST_RANGES = 2;

    private final Comparison comparison;
    private final Screen screen;

    private StrataTable(Comparison comparison, Screen screen) {
        this.comparison = comparison;
        this.screen = screen;
    }

    /**
     * The strata as lines; none where there is nothing to show.
     *
     * @param all whether every rank is shown at every checkpoint
     */
    static List<String> of(Comparison comparison, boolean all, Screen screen) {
        StrataTable table = new StrataTable(comparison, screen);
        return all ? table.lines(table.everyRank(), comparison.strataTests() > 0) : table.lines(table.outline(), false);
    }

    private record Line(String ranks, ComparisonRow row) {}

    private List<Line> everyRank() {
        return comparison.strata().stream()
                .map(stratum -> new Line(Numbers.count(stratum.rank()), stratum.row()))
                .toList();
    }

    private List<Line> outline() {
        LongSummaryStatistics moments = comparison.strata().stream()
                .mapToLong(stratum -> stratum.row().moment())
                .summaryStatistics();
        Map<Quantity, List<StratumRow>> layers = new LinkedHashMap<>();
        for (StratumRow stratum : comparison.strata()) {
            if (stratum.row().moment() == moments.getMax()) {
                layers.computeIfAbsent(stratum.row().quantity(), unused -> new ArrayList<>())
                        .add(stratum);
            }
        }
        layers.values().removeIf(strata -> strata.size() < 2);
        int most = Math.max(FEWEST_RANGES, Math.min(MOST_RANGES, SCREENFUL / Math.max(1, layers.size())));
        return layers.values().stream()
                .flatMap(strata -> RankRange.of(strata, most).stream())
                .map(range -> new Line(range.name(screen), range.row()))
                .toList();
    }

    private List<String> lines(List<Line> lines, boolean tested) {
        if (lines.isEmpty()) {
            return List.of();
        }
        ComparisonCells cells =
                new ComparisonCells(lines.stream().map(Line::row).toList(), tested, screen);
        List<Column> heading = new ArrayList<>(List.of(
                Column.words("strata"),
                Column.words("layer"),
                Column.numbers(ComparisonJson.word(comparison.matching())),
                Column.numbers("rank")));
        heading.addAll(cells.headings(comparison));
        Table table = new Table(heading.toArray(Column[]::new));
        String probe = "";
        String layer = "";
        String moment = "";
        for (Line line : lines) {
            Quantity quantity = line.row().quantity();
            String thisProbe = Printable.of(quantity.probe());
            String thisLayer = thisProbe + " " + quantity.layer();
            String thisMoment = thisLayer + " " + line.row().moment();
            List<String> texts = new ArrayList<>(List.of(
                    thisProbe.equals(probe) ? "" : thisProbe,
                    thisLayer.equals(layer) ? "" : quantity.layer(),
                    thisMoment.equals(moment) ? "" : Numbers.count(line.row().moment()),
                    line.ranks()));
            texts.addAll(cells.of(line.row()));
            table.row(texts.toArray(String[]::new));
            probe = thisProbe;
            layer = thisLayer;
            moment = thisMoment;
        }
        return table.lines(screen);
    }
}
