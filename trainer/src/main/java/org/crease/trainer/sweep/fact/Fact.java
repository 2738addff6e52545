package org.crease.trainer.sweep.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crease.trainer.sweep.fact.FactsConfig.Source;
import org.crease.trainer.sweep.fact.FactsConfig.Told;
import org.jspecify.annotations.Nullable;

/**
 * One expected number.
 *
 * @param id of the fact in its file; with the value along a key where it is one of several
 * @param what is claimed
 * @param cell values by the grid's keys
 * @param layer null for the last
 * @param measure as in the table
 * @param told of the repetitions
 * @param expected the number
 * @param within tolerance in the measure's own unit; 0 where it is given in standard errors alone
 * @param standardErrors tolerance in standard errors of the difference; 0 where there is none
 * @param repetitions that the expected number is a mean of; null where it is exact
 * @param source of the number
 */
public record Fact(
        String id,
        String what,
        Map<String, String> cell,
        @Nullable String layer,
        String measure,
        Told told,
        double expected,
        double within,
        double standardErrors,
        @Nullable Integer repetitions,
        Source source) {

    public Fact {
        cell = Collections.unmodifiableMap(new LinkedHashMap<>(cell));
    }
}
