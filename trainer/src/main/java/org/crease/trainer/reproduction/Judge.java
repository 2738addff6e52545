package org.crease.trainer.reproduction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.reproduction.Fact.Middle;
import org.crease.trainer.sweep.Statistic;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.SweepTable.Row;

/** Holds the facts of an expectation against a table. A number that is undefined agrees with nothing. */
public final class Judge {
    private static final String LAYER = "layer";
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final MathContext ROUGH = new MathContext(2, RoundingMode.HALF_EVEN);

    private final Expectation expectation;
    private final SweepTable table;

    private Judge(Expectation expectation, SweepTable table) {
        this.expectation = expectation;
        this.table = table;
    }

    /**
     * A verdict on each fact, in their order; on a row of numbers, one on each.
     *
     * @throws IllegalArgumentException when a fact is about a cell, layer or measure that the table does not have
     */
    public static List<Verdict> judge(Expectation expectation, SweepTable table) {
        Judge judge = new Judge(expectation, table);
        return expectation.facts().stream().flatMap(judge::verdicts).toList();
    }

    private Stream<Verdict> verdicts(Fact fact) {
        if (fact instanceof Fact.Equals equals) {
            return IntStream.range(0, equals.values().size()).mapToObj(i -> equal(equals, i));
        }
        return Stream.of(verdict(fact));
    }

    private Verdict verdict(Fact fact) {
        if (fact instanceof Fact.Within within) {
            return within(within);
        } else if (fact instanceof Fact.Trend trend) {
            return trend(trend);
        }
        return ordered((Fact.Ordered) fact);
    }

    private Verdict equal(Fact.Equals fact, int number) {
        Map<String, String> where = new LinkedHashMap<>(Cells.of(fact.at()));
        String layer = fact.layer();
        String place = "";
        if (fact.along() != null) {
            String value = Cells.value(fact.through().get(number));
            place = fact.along() + " = " + value;
            if (fact.along().equals(LAYER)) {
                layer = value;
            } else {
                where.put(fact.along(), value);
            }
        }
        Statistic found = table.statistic(where, layer, fact.measure());
        double allowed = Math.max(
                fact.tolerance() == null ? 0 : fact.tolerance(),
                fact.standardErrors() == null ? 0 : fact.standardErrors() * standardError(fact, number, found));
        double expected = fact.values().get(number);
        boolean agrees = Math.abs(middle(found, fact.middle()) - expected) <= allowed;
        return verdict(fact, place, figure(expected) + " ± " + rough(allowed), shown(found, fact.middle()), agrees);
    }

    /**
     * Of the difference of two means. Where our repetitions all agree, as rare events let them, one of them that differs by
     * one is assumed.
     */
    private static double standardError(Fact.Equals fact, int number, Statistic found) {
        double ours = Math.max(found.deviation(), 1 / Math.sqrt(found.n()));
        double variance = ours * ours / found.n();
        if (fact.repetitions() != null) {
            double theirs =
                    fact.deviations().isEmpty() ? ours : fact.deviations().get(number);
            variance += theirs * theirs / fact.repetitions();
        }
        return Math.sqrt(variance);
    }

    private Verdict within(Fact.Within fact) {
        Statistic found = table.statistic(Cells.of(fact.at()), fact.layer(), fact.measure());
        double measured = middle(found, fact.middle());
        boolean agrees = (fact.low() == null || measured >= fact.low())
                && (fact.high() == null || measured <= fact.high())
                && !Double.isNaN(measured);
        String expected = fact.low() == null
                ? "at most " + figure(Objects.requireNonNull(fact.high()))
                : fact.high() == null
                        ? "at least " + figure(fact.low())
                        : figure(fact.low()) + " to " + figure(fact.high());
        return verdict(fact, "", expected, shown(found, fact.middle()), agrees);
    }

    private Verdict trend(Fact.Trend fact) {
        double[] middles = rows(fact).stream()
                .mapToDouble(row -> middle(row.statistic(), fact.middle()))
                .toArray();
        int sign = fact.direction() == Fact.Direction.RISING ? 1 : -1;
        int last = middles.length - 1;
        boolean agrees = last > 0 && sign * (middles[last] - middles[0]) > 0;
        for (int i = 1; i <= last; i++) {
            agrees &= sign * (middles[i] - middles[i - 1]) >= -fact.slack();
        }
        String expected = (sign < 0 ? "falls with " : "rises with ")
                + fact.along()
                + (fact.slack() > 0 ? ", steps of " + figure(fact.slack()) + " the other way allowed" : "");
        return verdict(fact, "", expected, figures(middles), agrees);
    }

    private List<Row> rows(Fact.Trend fact) {
        Map<String, String> where = Cells.of(fact.at());
        if (fact.along().equals(LAYER)) {
            return table.rows().stream()
                    .filter(row -> row.measure().equals(fact.measure()) && SweepTable.matches(row, where))
                    .toList();
        }
        return table.rows(where, fact.layer(), fact.measure());
    }

    private Verdict ordered(Fact.Ordered fact) {
        List<Double> found = new ArrayList<>();
        for (YamlNode cell : fact.cells()) {
            for (String measure : fact.measures()) {
                Statistic of = table.statistic(Cells.of(fact.at(), cell), fact.layer(), measure);
                found.add(middle(of, fact.middle()));
            }
        }
        boolean agrees = true;
        for (int i = 1; i < found.size(); i++) {
            agrees &= found.get(i - 1) < found.get(i);
        }
        double[] middles = found.stream().mapToDouble(Double::doubleValue).toArray();
        return verdict(fact, "", "ascending", figures(middles), agrees);
    }

    private Verdict verdict(Fact fact, String place, String expected, String measured, boolean reproduced) {
        String source = fact.source() == null ? expectation.source() : fact.source();
        return new Verdict(fact.claim(), place, source, expected, measured, reproduced);
    }

    private static double middle(Statistic statistic, Middle middle) {
        return middle == Middle.MEAN ? statistic.mean() : statistic.median();
    }

    private static String shown(Statistic statistic, Middle middle) {
        String number = figure(middle(statistic, middle));
        return statistic.n() < 2 ? number : number + " (sd " + rough(statistic.deviation()) + ")";
    }

    private static String figures(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Judge::figure).collect(Collectors.joining(", "));
    }

    private static String figure(double number) {
        return rounded(number, DIGITS);
    }

    /** Of a spread or a tolerance, fewer digits mean anything. */
    private static String rough(double number) {
        return rounded(number, ROUGH);
    }

    private static String rounded(double number, MathContext digits) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(digits).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
