package org.crease.trainer.sweep.fact;

import java.util.Arrays;
import org.crease.trainer.sweep.Statistic;
import org.crease.trainer.sweep.SweepTable;
import org.crease.trainer.sweep.SweepTable.Row;

/**
 * Whether a sweep found what was expected.
 *
 * @param fact what was expected
 * @param found our number
 * @param tolerance how far apart they may be
 * @param reproduced whether they are no farther apart
 */
public record Verdict(Fact fact, double found, double tolerance, boolean reproduced) {

    static Verdict of(Fact fact, SweepTable table) {
        Row row = table.row(fact.cell(), fact.layer(), fact.measure());
        double found = found(fact, row);
        double tolerance = Math.max(fact.within(), fact.standardErrors() * standardError(fact, row.statistic()));
        return new Verdict(fact, found, tolerance, Math.abs(found - fact.expected()) <= tolerance);
    }

    private static double found(Fact fact, Row row) {
        return switch (fact.told()) {
            case MEAN -> row.statistic().mean();
            case MEDIAN -> row.statistic().median();
            case DEVIATION -> row.statistic().deviation();
            case MINIMUM -> Arrays.stream(row.values()).min().orElse(Double.NaN);
            case MAXIMUM -> Arrays.stream(row.values()).max().orElse(Double.NaN);
        };
    }

    /**
     * Of the difference of two means: the expected one is taken to spread as ours does. Where our repetitions happen to agree, as
     * rare events let them, one of them that differs by one is assumed.
     */
    private static double standardError(Fact fact, Statistic statistic) {
        double least = 1 / Math.sqrt(statistic.n());
        double deviation = Math.max(statistic.deviation(), least);
        double variance = deviation * deviation / statistic.n();
        if (fact.repetitions() != null) {
            variance += deviation * deviation / fact.repetitions();
        }
        return Math.sqrt(variance);
    }
}
