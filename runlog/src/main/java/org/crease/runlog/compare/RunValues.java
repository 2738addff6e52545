package org.crease.runlog.compare;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crease.runlog.FindingEntry;

/**
 * The scalars and strata of one run by moment.
 *
 * @param name of the run
 * @param values by moment and scalar; of a finding that is there twice, the later
 * @param strata by moment and quantity, counts by rank
 * @param moments at which there are some
 * @param quantities all scalars, in the order of the findings, then all strata
 */
record RunValues(
        String name,
        Map<Place, Double> values,
        Map<Place, SortedMap<Integer, Integer>> strata,
        SortedSet<Long> moments,
        Set<Quantity> quantities) {

    record Place(long moment, Quantity quantity) {}

    /**
     * Reads the findings of a run.
     *
     * @throws IllegalArgumentException when there are none
     */
    static RunValues read(ComparedRun run, Matching matching) {
        Map<Place, Double> values = new LinkedHashMap<>();
        SortedSet<Long> moments = new TreeSet<>();
        Set<Quantity> quantities = new LinkedHashSet<>();
        for (FindingEntry entry : run.findings()) {
            OptionalLong moment = matching.moment(run, entry.step());
            if (moment.isPresent()) {
                moments.add(moment.getAsLong());
                entry.summary().forEach((measure, value) -> {
                    Quantity quantity = new Quantity(entry.layer(), entry.probe(), measure);
                    quantities.add(quantity);
                    values.put(new Place(moment.getAsLong(), quantity), value);
                });
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException(run.path() + " has no findings to compare"
                    + (run.findings().isEmpty() ? "" : ": none of their steps is in its checkpoint index"));
        }
        Map<Place, SortedMap<Integer, Integer>> strata = strata(run, matching);
        strata.keySet().forEach(place -> quantities.add(place.quantity()));
        return new RunValues(run.name(), values, strata, moments, quantities);
    }

    private static Map<Place, SortedMap<Integer, Integer>> strata(ComparedRun run, Matching matching) {
        Map<Place, SortedMap<Integer, Integer>> strata = new LinkedHashMap<>();
        for (Strata each : run.strata()) {
            Quantity quantity = new Quantity(each.layer(), each.probe(), Strata.MEASURE);
            matching.moment(run, each.step())
                    .ifPresent(moment -> strata.put(new Place(moment, quantity), each.counts()));
        }
        return strata;
    }

    double value(long moment, Quantity quantity) {
        return values.getOrDefault(new Place(moment, quantity), Double.NaN);
    }

    /** Counts by rank; empty where there are none. */
    SortedMap<Integer, Integer> strata(long moment, Quantity quantity) {
        return strata.getOrDefault(new Place(moment, quantity), Collections.emptySortedMap());
    }

    /** How many items have a rank; NaN where it is not known of any. */
    double inStratum(long moment, Quantity quantity, int rank) {
        SortedMap<Integer, Integer> counts = strata(moment, quantity);
        return counts.isEmpty() ? Double.NaN : counts.getOrDefault(rank, 0);
    }
}
