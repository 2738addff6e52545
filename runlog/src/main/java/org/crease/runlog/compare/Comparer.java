package org.crease.runlog.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays the findings of runs over each other. */
final class Comparer {
    private static final int MOST_NAMED = 8;

    private final RunGroup first;
    private final RunGroup second;
    private final Matching matching;
    private final List<RunValues> ofFirst;
    private final List<RunValues> ofSecond;
    private final List<RunValues> all;

    Comparer(RunGroup first, RunGroup second, Matching matching) {
        this.first = first;
        this.second = second;
        this.matching = matching;
        ofFirst = read(first);
        ofSecond = read(second);
        all = Stream.of(ofFirst, ofSecond).flatMap(List::stream).toList();
    }

    private List<RunValues> read(RunGroup group) {
        return group.runs().stream().map(run -> RunValues.read(run, matching)).toList();
    }

    Comparison compare(Selection selection) {
        SortedSet<Long> moments = new TreeSet<>(common(RunValues::moments, String::valueOf, word()));
        Set<Quantity> quantities = common(RunValues::quantities, Leftovers::name, "layer and measure");
        Leftovers leftovers = new Leftovers(all);
        List<Unmatched> unmatched = leftovers.moments(moments);
        unmatched.addAll(leftovers.quantities(quantities));
        Map<Boolean, List<Quantity>> chosen = ordered(selection.of(quantities)).stream()
                .collect(
                        Collectors.partitioningBy(quantity -> quantity.measure().equals(Strata.MEASURE)));
        SortedSet<Long> looked = selection.last() ? moments.tailSet(moments.last()) : moments;
        return new Comparison(
                first,
                second,
                matching,
                Tests.addTo(rows(looked, chosen.getOrDefault(false, List.of()))),
                new StrataRows(ofFirst, ofSecond).of(looked, chosen.getOrDefault(true, List.of())),
                unmatched,
                SettingDifference.between(first, second));
    }

    private String word() {
        return matching == Matching.STEP ? "step" : "epoch";
    }

    /** What all runs have, in the order of the first. */
    private <T> Set<T> common(Function<RunValues, Set<T>> part, Function<T, String> name, String what) {
        Set<T> common = new LinkedHashSet<>(part.apply(all.get(0)));
        all.forEach(run -> common.retainAll(part.apply(run)));
        if (common.isEmpty()) {
            throw new IllegalArgumentException("there is no " + what + " that all runs have findings of: "
                    + all.stream()
                            .map(run -> run.name() + " has " + few(part.apply(run), name))
                            .collect(Collectors.joining("; ")));
        }
        return common;
    }

    private static <T> String few(Set<T> items, Function<T, String> name) {
        String named = items.stream().map(name).limit(MOST_NAMED).collect(Collectors.joining(", "));
        return items.size() > MOST_NAMED ? named + ", .." : named;
    }

    /** By measure, those that tell twins apart first; then by layer, in the network's order. */
    private static List<Quantity> ordered(List<Quantity> quantities) {
        Map<String, Integer> layers = new HashMap<>();
        Map<String, Integer> measures = new HashMap<>();
        for (Quantity quantity : quantities) {
            layers.putIfAbsent(quantity.layer(), layers.size());
            measures.putIfAbsent(quantity.probe() + " " + quantity.measure(), measures.size());
        }
        return quantities.stream()
                .sorted(Comparator.<Quantity>comparingInt(quantity -> TwinMeasures.place(quantity.measure()))
                        .thenComparing(
                                quantity -> measures.getOrDefault(quantity.probe() + " " + quantity.measure(), 0))
                        .thenComparing(quantity -> layers.getOrDefault(quantity.layer(), 0)))
                .toList();
    }

    private List<ComparisonRow> rows(Set<Long> moments, List<Quantity> quantities) {
        List<ComparisonRow> rows = new ArrayList<>();
        for (Quantity quantity : quantities) {
            for (long moment : moments) {
                rows.add(new ComparisonRow(
                        moment, quantity, sample(ofFirst, moment, quantity), sample(ofSecond, moment, quantity), null));
            }
        }
        return rows;
    }

    private static Sample sample(List<RunValues> runs, long moment, Quantity quantity) {
        return new Sample(runs.stream().map(run -> run.value(moment, quantity)).toList());
    }
}
