package org.crease.runlog.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.crease.runlog.statistics.CliffsDelta;
import org.crease.runlog.statistics.Holm;
import org.crease.runlog.statistics.PermutationTest;
import org.crease.runlog.statistics.RankSumTest;
import org.jspecify.annotations.Nullable;

/** The tests of all rows of a comparison, corrected as one family of tests for each kind. */
final class Tests {
    private static final int FEWEST = 2;

    private Tests() {}

    static List<ComparisonRow> addTo(List<ComparisonRow> rows) {
        List<@Nullable Evidence> evidence = new ArrayList<>();
        rows.forEach(row -> evidence.add(evidence(row)));
        double[] permutation = corrected(evidence, e -> e.permutation().p());
        double[] rankSum = corrected(evidence, e -> e.rankSum().p());
        List<ComparisonRow> tested = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < rows.size(); i++) {
            ComparisonRow row = rows.get(i);
            Evidence e = evidence.get(i);
            if (e != null) {
                e = new Evidence(e.permutation(), permutation[next], e.rankSum(), rankSum[next], e.cliffsDelta());
                next++;
            }
            tested.add(new ComparisonRow(row.moment(), row.quantity(), row.first(), row.second(), e));
        }
        return tested;
    }

    private static double[] corrected(List<@Nullable Evidence> evidence, ToDoubleFunction<Evidence> p) {
        List<Double> family = new ArrayList<>();
        for (Evidence each : evidence) {
            if (each != null) {
                family.add(p.applyAsDouble(each));
            }
        }
        return Holm.correct(family.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static @Nullable Evidence evidence(ComparisonRow row) {
        double[] first = row.first().defined();
        double[] second = row.second().defined();
        if (first.length < FEWEST || second.length < FEWEST) {
            return null;
        }
        return new Evidence(
                PermutationTest.of(first, second),
                Double.NaN,
                RankSumTest.of(first, second),
                Double.NaN,
                CliffsDelta.of(first, second));
    }
}
