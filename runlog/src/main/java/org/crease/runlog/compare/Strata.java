package org.crease.runlog.compare;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crease.probes.Array;
import org.crease.probes.Finding;

/**
 * How many items of a finding have each rank: inputs for the rank probe, regions for the partition probe. Any probe may have
 * them, as two arrays of equal length and type int32.
 *
 * @param step number of parameter updates done
 * @param layer the layer's name
 * @param probe the probe's name
 * @param counts by rank; a rank that is not there has none
 */
public record Strata(long step, String layer, String probe, SortedMap<Integer, Integer> counts) {
    /** What strata are called where scalars have the name of a measure. */
    public static final String MEASURE = "strata";

    private static final String RANK = "strata_rank";
    private static final String COUNT = "strata_count";

    public Strata {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Those of a finding; none where it has no such arrays. */
    static Optional<Strata> of(Finding finding) {
        Array rank = finding.arrays().get(RANK);
        Array count = finding.arrays().get(COUNT);
        if (rank == null
                || count == null
                || !(rank.data() instanceof int[] ranks)
                || !(count.data() instanceof int[] counts)
                || ranks.length != counts.length) {
            return Optional.empty();
        }
        SortedMap<Integer, Integer> byRank = new TreeMap<>();
        for (int i = 0; i < ranks.length; i++) {
            byRank.merge(ranks[i], counts[i], Integer::sum);
        }
        return Optional.of(new Strata(finding.step(), finding.layer(), finding.probe(), byRank));
    }
}
