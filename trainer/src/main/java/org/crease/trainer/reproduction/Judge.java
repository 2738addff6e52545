package org.crease.trainer.reproduction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.crease.trainer.config.yaml.YamlNode;
import org.crease.trainer.reproduction.Fact.Middle;
import org.crease.trainer.sweep.Statistic;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.SweepTable.Row;
import org.jspecify.annotations.Nullable;

/** Holds the facts of an expectation against a table. A number that is undefined agrees with nothing. */
public final class Judge {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

    private final Expectation expectation;
    private final SweepTable table;

    private Judge(Expectation expectation, SweepTable table) {
        this.expectation = expectation;
        this.table = table;
    }

    /**
     * A verdict on each fact, in their order.
     *
     * @throws IllegalArgumentException when a fact is about a cell, layer or measure that the table does not have
     */
    public static List<Verdict> judge(Expectation expectation, SweepTable table) {
        Judge judge = new Judge(expectation, table);
        return expectation.facts().stream().map(judge::verdict).toList();
    }

    private Verdict verdict(Fact fact) {
        if (fact instanceof Fact.Equals equals) {
            return equal(equals);
        } else if (fact instanceof Fact.Within within) {
            return within(within);
        } else if (fact instanceof Fact.Falls falls) {
            List<Row> rows = rows(falls.at(), falls.along(), falls.layer(), falls.measure());
            return way(falls, rows, falls.middle(), -1, falls.slack(), falls.along());
        } else if (fact instanceof Fact.Rises rises) {
            List<Row> rows = rows(rises.at(), rises.along(), rises.layer(), rises.measure());
            return way(rises, rows, rises.middle(), 1, rises.slack(), rises.along());
        }
        return ordered((Fact.Ordered) fact);
    }

    private Verdict equal(Fact.Equals fact) {
        Statistic found = table.statistic(Cells.of(fact.at()), fact.layer(), fact.measure());
        double allowed = fact.tolerance() != null
                ? fact.tolerance()
                : Objects.requireNonNull(fact.standardErrors()) * error(fact, found);
        double measured = middle(found, fact.middle());
        boolean agrees = Math.abs(measured - fact.value()) <= allowed;
        return verdict(fact, figure(fact.value()) + " ± " + figure(allowed), shown(found, fact.middle()), agrees);
    }

    /** The standard error of the difference of two means of as many repetitions, theirs and ours. */
    private static double error(Fact.Equals fact, Statistic found) {
        double ours = found.deviation();
        double theirs = fact.deviation() == null ? ours : fact.deviation();
        return Math.sqrt((ours * ours + theirs * theirs) / found.n());
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
        return verdict(fact, expected, shown(found, fact.middle()), agrees);
    }

    private Verdict way(Fact fact, List<Row> rows, Middle middle, int sign, double slack, String along) {
        double[] middles = rows.stream()
                .mapToDouble(row -> middle(row.statistic(), middle))
                .toArray();
        int last = middles.length - 1;
        boolean agrees = last > 0 && sign * (middles[last] - middles[0]) > 0;
        for (int i = 1; i <= last; i++) {
            agrees &= sign * (middles[i] - middles[i - 1]) >= -slack;
        }
        String expected = (sign < 0 ? "falls with " : "rises with ")
                + along
                + (slack > 0 ? ", steps of " + figure(slack) + " the other way allowed" : "");
        return verdict(fact, expected, figures(middles), agrees);
    }

    private List<Row> rows(YamlNode at, String along, @Nullable String layer, String measure) {
        Map<String, String> where = Cells.of(at);
        if (along.equals("layer")) {
            return table.rows().stream()
                    .filter(row -> row.measure().equals(measure) && SweepTable.matches(row, where))
                    .toList();
        }
        return table.rows(where, layer, measure);
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
        return verdict(fact, "ascending", figures(middles), agrees);
    }

    private Verdict verdict(Fact fact, String expected, String measured, boolean reproduced) {
        String source = fact.source() == null ? expectation.source() : fact.source();
        return new Verdict(fact.claim(), source, expected, measured, reproduced);
    }

    private static double middle(Statistic statistic, Middle middle) {
        return middle == Middle.MEAN ? statistic.mean() : statistic.median();
    }

    private static String shown(Statistic statistic, Middle middle) {
        String number = figure(middle(statistic, middle));
        return statistic.n() < 2
                ? number
                : number + " (sd " + figure(statistic.deviation()) + ", n " + statistic.n() + ")";
    }

    private static String figures(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Judge::figure).collect(Collectors.joining(", "));
    }

    private static String figure(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }
}
