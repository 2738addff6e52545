package org.crease.probes.partition;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which input unit each unit of each max pooling takes its value from, in each region. */
public final class Winners {
    private final Map<String, Pooling> poolings;
    private final List<BitSet> words;

    /**
     * Winners.
     *
     * @param poolings by name of their layers
     * @param words one a region
     */
    Winners(Map<String, Pooling> poolings, List<BitSet> words) {
        this.poolings = Map.copyOf(poolings);
        this.words = words;
    }

    /**
     * The winners of one layer, the first of the largest on ties: for each unit, in row-major order of (channels, height,
     * width), the place of an input unit in the same order.
     *
     * @throws IllegalArgumentException when that is no max pooling that the regions depend on
     */
    public int[] of(String layer, int region) {
        if (!poolings.containsKey(layer)) {
            throw new IllegalArgumentException("the regions depend on no max pooling " + layer);
        }
        return Objects.requireNonNull(poolings.get(layer)).winners(words.get(region));
    }

    /** The number of windows that two regions have different winners in. */
    int differing(int left, int right) {
        BitSet differing = (BitSet) words.get(left).clone();
        differing.xor(words.get(right));
        int count = 0;
        for (Pooling pooling : poolings.values()) {
            int bit = differing.nextSetBit(pooling.first());
            while (bit >= 0 && bit < pooling.end()) {
                count++;
                int unit = (bit - pooling.first()) / pooling.bits();
                bit = differing.nextSetBit(pooling.bit(unit + 1));
            }
        }
        return count;
    }
}
