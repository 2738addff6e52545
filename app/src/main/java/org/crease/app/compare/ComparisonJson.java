package org.crease.app.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crease.runlog.compare.Comparison;
import org.crease.runlog.compare.ComparisonRow;
import org.crease.runlog.compare.Evidence;
import org.crease.runlog.compare.Matching;
import org.crease.runlog.compare.RunGroup;
import org.crease.runlog.compare.Sample;
import org.crease.runlog.compare.StratumRow;
import org.crease.runlog.statistics.Significance;
import org.jspecify.annotations.Nullable;

/** A comparison as JSON; what is undefined is null. */
final class ComparisonJson {
    private ComparisonJson() {}

    static Map<String, @Nullable Object> of(Comparison comparison) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("twins", comparison.twins());
        document.put("matched_by", word(comparison.matching()));
        document.put("first", group(comparison.first()));
        document.put("second", group(comparison.second()));
        document.put("settings", comparison.settings());
        document.put("unmatched", comparison.unmatched());
        document.put("tests", comparison.tests());
        document.put("rows", comparison.rows().stream().map(ComparisonJson::row).toList());
        document.put("strata_tests", comparison.strataTests());
        document.put(
                "strata", comparison.strata().stream().map(ComparisonJson::row).toList());
        return document;
    }

    static String word(Matching matching) {
        return matching.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> group(RunGroup group) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("label", group.label());
        object.put(
                "runs",
                group.runs().stream()
                        .map(run -> {
                            Map<String, @Nullable Object> each = new LinkedHashMap<>();
                            each.put("name", run.name());
                            each.put("path", run.path().toString());
                            each.put("seed", run.seed());
                            each.put("continuity", run.continuity());
                            each.put("status", run.status().word());
                            return each;
                        })
                        .toList());
        return object;
    }

    private static Map<String, @Nullable Object> row(ComparisonRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("at", row.moment());
        object.put("layer", row.quantity().layer());
        object.put("probe", row.quantity().probe());
        object.put("measure", row.quantity().measure());
        object.put("first", sample(row.first()));
        object.put("second", sample(row.second()));
        object.put("difference", number(row.difference()));
        Evidence evidence = row.evidence();
        if (evidence != null) {
            object.put("cliffs_delta", evidence.cliffsDelta());
            object.put("permutation", test(evidence.permutation(), evidence.permutationHolm()));
            object.put("rank_sum", test(evidence.rankSum(), evidence.rankSumHolm()));
        }
        return object;
    }

    private static Map<String, @Nullable Object> row(StratumRow stratum) {
        Map<String, @Nullable Object> object = row(stratum.row());
        object.put("rank", stratum.rank());
        return object;
    }

    private static Map<String, @Nullable Object> sample(Sample sample) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("mean", number(sample.mean()));
        object.put("sd", number(sample.deviation()));
        object.put("values", numbers(sample.values()));
        return object;
    }

    private static List<@Nullable Double> numbers(List<Double> values) {
        List<@Nullable Double> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(number(value)));
        return numbers;
    }

    private static Map<String, Object> test(Significance test, double corrected) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("p", test.p());
        object.put("p_holm", corrected);
        object.put("exact", test.exact());
        object.put("arrangements", test.arrangements());
        return object;
    }

    private static @Nullable Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
