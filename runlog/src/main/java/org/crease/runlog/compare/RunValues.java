package org.crease.runlog.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crease.runlog.FindingEntry;

/**
 * The scalars of one run by moment.
 *
 * @param name of the run
 * @param values by moment and scalar; of a finding that is there twice, the later
 * @param moments at which there are some
 * @param quantities all scalars, in the order of the findings
 */
record RunValues(String name, Map<Place, Double> values, SortedSet<Long> moments, Set<Quantity> quantities) {

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
        return new RunValues(run.name(), values, moments, quantities);
    }

    double value(long moment, Quantity quantity) {
        return values.getOrDefault(new Place(moment, quantity), Double.NaN);
    }
}
