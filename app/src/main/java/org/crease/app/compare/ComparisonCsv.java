package org.crease.app.compare;

import java.util.ArrayList;
import java.util.List;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.ComparisonRow;
import org.crease.runlog.compare.Evidence;
import org.crease.runlog.compare.Sample;

/**
 * A comparison as comma-separated values (RFC 4180), a line a row; empty cells are undefined. Text that a spreadsheet would
 * run as a formula has an apostrophe before it.
 */
final class ComparisonCsv {
    private ComparisonCsv() {}

    static String of(Comparison comparison) {
        StringBuilder csv = new StringBuilder();
        line(
                csv,
                List.of(
                        ComparisonJson.word(comparison.matching()),
                        "layer",
                        "probe",
                        "measure",
                        "n_first",
                        "mean_first",
                        "sd_first",
                        "n_second",
                        "mean_second",
                        "sd_second",
                        "difference",
                        "cliffs_delta",
                        "p_permutation",
                        "p_permutation_holm",
                        "permutation_exact",
                        "p_rank_sum",
                        "p_rank_sum_holm",
                        "rank_sum_exact",
                        "rank"));
        comparison.rows().forEach(row -> line(csv, cells(row, "")));
        comparison.strata().forEach(stratum -> line(csv, cells(stratum.row(), String.valueOf(stratum.rank()))));
        return csv.toString();
    }

    private static List<String> cells(ComparisonRow row, String rank) {
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(row.moment()),
                text(row.quantity().layer()),
                text(row.quantity().probe()),
                text(row.quantity().measure())));
        add(cells, row.first());
        add(cells, row.second());
        cells.add(number(row.difference()));
        Evidence evidence = row.evidence();
        if (evidence == null) {
            cells.addAll(List.of("", "", "", "", "", "", ""));
        } else {
            cells.add(number(evidence.cliffsDelta()));
            cells.add(number(evidence.permutation().p()));
            cells.add(number(evidence.permutationHolm()));
            cells.add(String.valueOf(evidence.permutation().exact()));
            cells.add(number(evidence.rankSum().p()));
            cells.add(number(evidence.rankSumHolm()));
            cells.add(String.valueOf(evidence.rankSum().exact()));
        }
        cells.add(rank);
        return cells;
    }

    private static void add(List<String> cells, Sample sample) {
        cells.add(String.valueOf(sample.defined().length));
        cells.add(number(sample.mean()));
        cells.add(number(sample.deviation()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    private static String text(String text) {
        String safe = text.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(String.join(",", cells)).append("\r\n");
    }
}
