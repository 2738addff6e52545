package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The global codeword of each face: a bit for each unit that switches, layer after layer. */
final class Codewords {
    private final List<BitSet> words = new ArrayList<>();

    /** The word of one face that has no unit yet. */
    Codewords() {
        words.add(new BitSet());
    }

    void set(int face, int bit) {
        words.get(face).set(bit);
    }

    /** Gives the next face the word of an older one. */
    void copy(int face) {
        words.add((BitSet) words.get(face).clone());
    }

    /** The bits of one layer. */
    BitSet of(int face, int from, int to) {
        return words.get(face).get(from, to);
    }

    /** All words, each a copy. */
    List<BitSet> all() {
        return words.stream().map(word -> (BitSet) word.clone()).toList();
    }
}
