package org.crease.probes.rank;

import java.util.BitSet;

/** The 64-bit hash of a global codeword, made layer by layer: equal hashes, one linear region. */
public final class CodewordHash {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private CodewordHash() {}

    /** The hash that enters a layer, of those of the layers that it takes its input from; the network's input has 0. */
    public static long entering(long... sources) {
        long hash = sources[0];
        for (int s = 1; s < sources.length; s++) {
            hash = mix(hash, sources[s]);
        }
        return hash;
    }

    /**
     * The hash behind a layer of units that switch between two slopes.
     *
     * @param pattern the active units
     * @param units number of the layer's units
     */
    public static long behind(long entering, BitSet pattern, int units) {
        long hash = mix(entering, units);
        long[] words = pattern.toLongArray();
        for (int word = 0; word < (units + Long.SIZE - 1) / Long.SIZE; word++) {
            hash = mix(hash, word < words.length ? words[word] : 0); // as many words whatever the pattern
        }
        return hash;
    }

    /**
     * The hash behind a max pooling.
     *
     * @param winners for each unit the input unit that it takes its value from: the first of the largest in row-major order
     */
    public static long behind(long entering, int... winners) {
        long hash = entering;
        for (int winner : winners) {
            hash = mix(hash, winner);
        }
        return hash;
    }

    /** Steele, Lea and Flood's SplitMix64 finaliser over a running state. */
    static long mix(long hash, long word) {
        long z = hash * MULTIPLIER + word + MULTIPLIER;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
