package org.crease.runlog.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/** What only some runs have, in few words: a layer that a run has not is named once, not with all its measures. */
final class Leftovers {
    private final List<RunValues> runs;

    Leftovers(List<RunValues> runs) {
        this.runs = runs;
    }

    List<Unmatched> moments(Set<Long> common) {
        SortedSet<Long> rest = new TreeSet<>();
        runs.forEach(run -> rest.addAll(run.moments()));
        rest.removeAll(common);
        List<Unmatched> unmatched = new ArrayList<>();
        for (Long moment : rest) {
            List<String> having = runs.stream()
                    .filter(run -> run.moments().contains(moment))
                    .map(RunValues::name)
                    .toList();
            unmatched.add(new Unmatched("checkpoint", String.valueOf(moment), having));
        }
        return unmatched;
    }

    List<Unmatched> quantities(Set<Quantity> common) {
        Set<Quantity> rest = new LinkedHashSet<>();
        runs.forEach(run -> rest.addAll(run.quantities()));
        rest.removeAll(common);
        List<Unmatched> unmatched = new ArrayList<>();
        unmatched.addAll(take(rest, "layer", Quantity::layer));
        unmatched.addAll(take(rest, "measure", Leftovers::measure));
        unmatched.addAll(take(rest, "measure", Leftovers::name));
        return unmatched;
    }

    /** A scalar in full. */
    static String name(Quantity quantity) {
        return measure(quantity) + " of " + quantity.layer();
    }

    private static String measure(Quantity quantity) {
        return quantity.probe() + " " + quantity.measure();
    }

    /** Takes out what can be named by this part: those of which some run has nothing with that name. */
    private List<Unmatched> take(Set<Quantity> rest, String kind, Function<Quantity, String> part) {
        Set<String> names = new LinkedHashSet<>();
        rest.forEach(quantity -> names.add(part.apply(quantity)));
        List<Unmatched> taken = new ArrayList<>();
        for (String name : names) {
            Predicate<Quantity> named = quantity -> part.apply(quantity).equals(name);
            List<String> having = runs.stream()
                    .filter(run -> run.quantities().stream().anyMatch(named))
                    .map(RunValues::name)
                    .toList();
            if (having.size() < runs.size()) {
                taken.add(new Unmatched(kind, name, having));
                rest.removeIf(named);
            }
        }
        return taken;
    }
}
