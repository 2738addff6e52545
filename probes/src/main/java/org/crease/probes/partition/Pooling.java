package org.crease.probes.partition;

import java.util.Arrays;
import java.util.BitSet;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.LayerMap;

/**
 * A max pooling in its place in the words of winners.
 *
 * @param candidates by unit, the input units under its window, in row-major order
 * @param first its first bit in the words
 * @param bits how many bits the place of one winner takes
 */
record Pooling(int[][] candidates, int first, int bits) {

    static Pooling of(Chain.Link link, LayerMap.Window window, int first) {
        int[][] candidates = window.pooled(link.inputShape());
        for (int unit = 0; unit < candidates.length; unit++) {
            if (candidates[unit].length == 0) {
                throw new ProbeException("layer " + link.name() + ": the window of unit " + unit
                        + " lies outside of the image; expected a part of it inside");
            }
        }
        int most =
                Arrays.stream(candidates).mapToInt(under -> under.length).max().orElse(1);
        return new Pooling(candidates, first, Integer.SIZE - Integer.numberOfLeadingZeros(most - 1));
    }

    /** Where the bits of one unit begin. */
    int bit(int unit) {
        return first + unit * bits;
    }

    /** The first bit behind it. */
    int end() {
        return bit(candidates.length);
    }

    /** For each unit the input unit that wins, by a word of winners. */
    int[] winners(BitSet word) {
        int[] winners = new int[candidates.length];
        for (int unit = 0; unit < winners.length; unit++) {
            int place = 0;
            for (int bit = 0; bit < bits; bit++) {
                place |= word.get(bit(unit) + bit) ? 1 << bit : 0;
            }
            winners[unit] = candidates[unit][place];
        }
        return winners;
    }
}
