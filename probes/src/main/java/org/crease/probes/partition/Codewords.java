package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The global codeword of each face: a bit for each unit that switches, layer after layer; and in words of their own the
 * places of the winners of max pooling, each in as many bits as its window needs.
 */
final class Codewords {
    private List<BitSet> units = new ArrayList<>(List.of(new BitSet()));
    private List<BitSet> winners = new ArrayList<>(List.of(new BitSet()));

    /** Gives each new face the words of the face that it was cut from. */
    void grow(Subdivision plane) {
        for (int face = units.size(); face < plane.faces(); face++) {
            units.add((BitSet) units.get(plane.cutFrom(face)).clone());
            winners.add((BitSet) winners.get(plane.cutFrom(face)).clone());
        }
    }

    /** Gives up the words of faces that were not kept. */
    void keep(Subdivision.Kept kept) {
        units = new ArrayList<>(Arrays.stream(kept.faces()).mapToObj(units::get).toList());
        winners = new ArrayList<>(
                Arrays.stream(kept.faces()).mapToObj(winners::get).toList());
    }

    /** Sets the bit of a unit in the words of these faces. */
    void set(BitSet faces, int bit) {
        faces.stream().forEach(face -> units.get(face).set(bit));
    }

    /** Writes the place of a winner, of which no bit has been set before. */
    void setWinner(int face, int from, int place) {
        for (int bit = 0; place >> bit > 0; bit++) {
            if ((place >> bit & 1) > 0) {
                winners.get(face).set(from + bit);
            }
        }
    }

    /** The bits of one layer. */
    BitSet of(int face, int from, int to) {
        return units.get(face).get(from, to);
    }

    /** The places of the winners of one face. */
    BitSet winners(int face) {
        return winners.get(face);
    }

    /** All words of units, each a copy. */
    List<BitSet> all() {
        return copies(units);
    }

    /** All words of winners, each a copy. */
    List<BitSet> allWinners() {
        return copies(winners);
    }

    private static List<BitSet> copies(List<BitSet> words) {
        return words.stream().map(word -> (BitSet) word.clone()).toList();
    }
}
