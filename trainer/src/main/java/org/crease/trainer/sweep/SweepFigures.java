package org.crease.trainer.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.crease.runlog.figure.Axis;
import org.crease.runlog.figure.Axis.Tick;
import org.crease.runlog.figure.Chart;
import org.crease.runlog.figure.Mark;
import org.crease.runlog.figure.Mark.Series;
import org.crease.runlog.figure.Mark.Shade;
import org.crease.runlog.figure.Mark.Theory;
import org.crease.trainer.sweep.SweepTable.Row;
import org.crease.trainer.sweep.plan.FigureConfig;
import org.crease.trainer.sweep.plan.FigureConfig.Spacing;
import org.crease.trainer.sweep.plan.FigureConfig.Spread;
import org.crease.trainer.sweep.plan.Formula;
import org.jspecify.annotations.Nullable;

/** Draws a table as a configuration's figures ask for it. */
public final class SweepFigures {
    private static final int MOST_TICKS = 9;
    private static final int THEORY_POINTS = 241;

    private final SweepTable table;
    private final FigureConfig figure;
    private final List<String> places;

    private SweepFigures(SweepTable table, FigureConfig figure) {
        this.table = table;
        this.figure = figure;
        this.places = ordered(table.valuesOf(figure.x()));
    }

    /**
     * The chart of one figure.
     *
     * @throws IllegalArgumentException when the table has none of its measures
     */
    public static Chart chart(SweepTable table, FigureConfig figure) {
        return new SweepFigures(table, figure).chart();
    }

    private Chart chart() {
        List<Mark> marks = new ArrayList<>();
        figure.shades().forEach(shade -> marks.add(new Shade(shade.name(), shade.from(), shade.to())));
        String key = figure.series();
        List<String> lines = key == null ? List.of("") : ordered(table.valuesOf(key));
        for (FigureConfig.TheoryConfig theory : figure.theory()) {
            Formula formula = Formula.parse(theory.formula());
            for (String line : key != null && formula.names().contains(key) ? lines : List.of("")) {
                marks.add(theory(theory.name(), formula, line));
            }
        }
        for (String line : lines) {
            for (String measure : figure.measures()) {
                marks.add(series(line, measure));
            }
        }
        if (marks.stream().noneMatch(mark -> mark instanceof Series series && series.x().length > 0)) {
            throw new IllegalArgumentException(
                    "figure " + figure.name() + ": the sweep has none of the measures " + figure.measures());
        }
        String yTitle = figure.yTitle() == null ? String.join(", ", figure.measures()) : figure.yTitle();
        Axis y = figure.ySpacing() == Spacing.LOG ? Axis.log(yTitle) : Axis.linear(yTitle);
        String legend = figure.seriesTitle() != null ? figure.seriesTitle() : key == null ? "" : key;
        return Chart.of(figure.title(), xAxis(), y, marks, legend).subtitled(subtitle());
    }

    private String subtitle() {
        int most =
                table.rows().stream().mapToInt(row -> row.statistic().n()).max().orElse(0);
        String around = switch (figure.spread()) {
            case NONE -> "";
            case DEVIATION -> " and standard deviation";
            case INTERVAL -> " and its 95 % confidence interval";
            case QUARTILES -> ", from quartile to quartile";
        };
        return most < 2 ? "one repetition" : "mean" + around + " of " + most + " repetitions";
    }

    private Axis xAxis() {
        String title = figure.xTitle() == null ? figure.x() : figure.xTitle();
        if (!places.stream().allMatch(SweepFigures::isNumber)) {
            return Axis.words(title, places);
        }
        Axis axis = figure.xSpacing() == Spacing.LOG ? Axis.log(title) : Axis.linear(title);
        if (places.size() > MOST_TICKS) {
            return axis;
        }
        return axis.marked(
                places.stream().map(place -> new Tick(position(place), place)).toList());
    }

    private double position(String place) {
        return places.stream().allMatch(SweepFigures::isNumber) ? Double.parseDouble(place) : places.indexOf(place);
    }

    private Series series(String line, String measure) {
        List<Row> rows = new ArrayList<>();
        List<Double> x = new ArrayList<>();
        for (String place : places) {
            Row row = row(place, line, measure);
            if (row != null) {
                rows.add(row);
                x.add(position(place));
            }
        }
        boolean bare = figure.spread() == Spread.NONE;
        return new Series(
                name(line, measure),
                x.stream().mapToDouble(value -> value).toArray(),
                column(rows, Statistic::mean),
                bare ? new double[0] : column(rows, this::low),
                bare ? new double[0] : column(rows, this::high),
                places.size() > MOST_TICKS ? Mark.Spread.BAND : Mark.Spread.BARS);
    }

    private String name(String line, String measure) {
        if (figure.series() == null) {
            return measure;
        }
        return figure.measures().size() == 1 ? line : line + ", " + measure;
    }

    private static double[] column(List<Row> rows, ToDoubleFunction<Statistic> of) {
        return rows.stream()
                .mapToDouble(row -> of.applyAsDouble(row.statistic()))
                .toArray();
    }

    private double low(Statistic statistic) {
        return switch (figure.spread()) {
            case INTERVAL -> statistic.low();
            case QUARTILES -> statistic.quantiles()[1];
            default -> statistic.mean() - statistic.deviation();
        };
    }

    private double high(Statistic statistic) {
        return switch (figure.spread()) {
            case INTERVAL -> statistic.high();
            case QUARTILES -> statistic.quantiles()[3];
            default -> statistic.mean() + statistic.deviation();
        };
    }

    private @Nullable Row row(String place, String line, String measure) {
        List<Row> found = table.rows().stream()
                .filter(row -> row.measure().equals(measure))
                .filter(row -> SweepTable.valueOf(row, figure.x()).equals(place))
                .filter(row -> figure.series() == null
                        || SweepTable.valueOf(row, figure.series()).equals(line))
                .filter(row -> figure.layer() == null || row.layer().equals(figure.layer()))
                .toList();
        return found.isEmpty() ? null : found.get(found.size() - 1);
    }

    private Theory theory(String name, Formula formula, String line) {
        Map<String, Double> values = new HashMap<>();
        if (isNumber(line)) {
            values.put(String.valueOf(figure.series()), Double.parseDouble(line));
        }
        double[] x = new double[places.size() < 2 ? 1 : THEORY_POINTS];
        double[] y = new double[x.length];
        double from = position(places.get(0));
        double to = position(places.get(places.size() - 1));
        for (int i = 0; i < x.length; i++) {
            double share = x.length < 2 ? 0 : (double) i / (x.length - 1);
            x[i] = figure.xSpacing() == Spacing.LOG ? from * Math.pow(to / from, share) : from + share * (to - from);
            values.put(figure.x(), x[i]);
            y[i] = formula.value(values);
        }
        return new Theory(
                name, x, y, line.isEmpty() ? "" : name(line, figure.measures().get(0)));
    }

    /** Numbers by size, words as they come; an empty layer is left out. */
    private static List<String> ordered(List<String> values) {
        List<String> there = values.stream().filter(value -> !value.isEmpty()).toList();
        return there.stream().allMatch(SweepFigures::isNumber)
                ? there.stream()
                        .sorted(Comparator.comparingDouble(Double::parseDouble))
                        .toList()
                : there;
    }

    static boolean isNumber(String text) {
        return text.matches("[-+]?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    }
}
