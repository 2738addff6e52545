package org.crease.runlog.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The strata of two groups of runs, a row a rank; their tests are a family of their own, so that the scalars' stay sharp. */
final class StrataRows {
    private final List<RunValues> first;
    private final List<RunValues> second;

    StrataRows(List<RunValues> first, List<RunValues> second) {
        this.first = first;
        this.second = second;
    }

    List<StratumRow> of(Set<Long> moments, List<Quantity> quantities) {
        List<Integer> ranks = new ArrayList<>();
        List<ComparisonRow> rows = new ArrayList<>();
        for (Quantity quantity : quantities) {
            for (long moment : moments) {
                for (int rank : ranks(moment, quantity)) {
                    ranks.add(rank);
                    rows.add(new ComparisonRow(
                            moment,
                            quantity,
                            sample(first, moment, quantity, rank),
                            sample(second, moment, quantity, rank),
                            null));
                }
            }
        }
        List<ComparisonRow> tested = Tests.addTo(rows);
        List<StratumRow> strata = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            strata.add(new StratumRow(ranks.get(i), tested.get(i)));
        }
        return strata;
    }

    private SortedSet<Integer> ranks(long moment, Quantity quantity) {
        SortedSet<Integer> ranks = new TreeSet<>();
        Stream.of(first, second)
                .flatMap(List::stream)
                .forEach(run -> ranks.addAll(run.strata(moment, quantity).keySet()));
        return ranks;
    }

    private static Sample sample(List<RunValues> runs, long moment, Quantity quantity, int rank) {
        return new Sample(
                runs.stream().map(run -> run.inStratum(moment, quantity, rank)).toList());
    }
}
