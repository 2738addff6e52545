package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;

/**
 * The linear regions that inputs lie in, in the order in which the inputs meet them.
 *
 * @param members the inputs of each region, by the hash of its global codeword
 */
record RegionTable(Map<Long, List<Integer>> members) {

    static RegionTable of(long[] regions) {
        Map<Long, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < regions.length; i++) {
            members.computeIfAbsent(regions[i], hash -> new ArrayList<>()).add(i);
        }
        return new RegionTable(members);
    }

    /** Adds its columns; {@code region_member} holds the first region's inputs, then the second's, and so on. */
    void put(Map<String, Array> arrays, int[] ids, int[] ranks) {
        int count = members.size();
        arrays.put(
                "region_hash",
                new Array(members.keySet().stream().mapToLong(hash -> hash).toArray(), count));
        arrays.put(
                "region_count",
                new Array(members.values().stream().mapToInt(List::size).toArray(), count));
        arrays.put(
                "region_rank",
                new Array(
                        members.values().stream()
                                .mapToInt(inputs -> ranks[inputs.get(0)])
                                .toArray(),
                        count));
        int[] listed = members.values().stream()
                .flatMap(List::stream)
                .mapToInt(i -> ids[i])
                .toArray();
        arrays.put("region_member", new Array(listed, listed.length));
    }
}
