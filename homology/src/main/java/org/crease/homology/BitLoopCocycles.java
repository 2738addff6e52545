package org.crease.homology;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.representative.Chain;

/**
 * Over Z/2, 64 at a time, each a bit of the words that edges hand on: those that end near each other have many edges in common. Of
 * independent weights an edge has a value for 3 (300 points) to 7 (600) of 64 cocycles, if for any; writing them takes half the
 * time. 8 bytes an edge of the range.
 */
final class BitLoopCocycles implements LoopCocycles {
    private final SortedEdges edges;
    private final int from; // edge of place 0
    private final LoopHeirs heirs;
    private final long[] values; // a bit for each cocycle, by place
    private final long[] touched; // a bit for each place that may have a value
    private final Chain.Builder[] chains = new Chain.Builder[Long.SIZE];

    BitLoopCocycles(SortedEdges edges, int from, int to, LoopHeirs heirs) {
        this.edges = edges;
        this.from = from;
        this.heirs = heirs;
        values = new long[to - from];
        touched = new long[(to - from + Long.SIZE - 1) >> 6];
        for (int k = 0; k < chains.length; k++) {
            chains[k] = new Chain.Builder(1, 2);
        }
    }

    @Override
    public List<Chain> chains(int[] loops, BirthValues onBirths, IntList births, int... ends)
            throws InterruptedException {
        List<Chain> written = new ArrayList<>();
        for (int start = 0; start < loops.length; start += Long.SIZE) {
            int end = Math.min(loops.length, start + Long.SIZE);
            int first = touched.length;
            for (int k = start; k < end; k++) {
                first = Math.min(first, add(k - start, onBirths.of(loops[k]), births, ends[k]));
            }
            write(first, start, end, ends);
            for (int k = start; k < end; k++) {
                written.add(chains[k - start].build());
                chains[k - start].clear();
            }
        }
        return written;
    }

    /** Adds the values of a cocycle on births before its end; the first word of places that have one. */
    private int add(int bit, SparseVector onBirths, IntList births, int end) {
        int first = touched.length;
        for (int k = 0; k < onBirths.size(); k++) {
            int edge = births.get(onBirths.place(k));
            if (edge < end) {
                add(edge - from, 1L << bit);
                first = Math.min(first, (edge - from) >> 6);
            }
        }
        return first;
    }

    private void add(int place, long bits) {
        values[place] ^= bits;
        touched[place >> 6] |= 1L << place;
    }

    /** Writes the cocycles from one to another, whose values start in a word. */
    private void write(int firstWord, int start, int end, int... ends) throws InterruptedException {
        int lastPlace = ends[end - 1] - from;
        int ended = start;
        for (int word = firstWord; word << 6 < lastPlace; word++) {
            LoopHeirs.requireUninterrupted(word);
            for (; touched[word] != 0; touched[word] &= touched[word] - 1) {
                int place = (word << 6) + Long.numberOfTrailingZeros(touched[word]);
                while (ended < end && ends[ended] - from <= place) {
                    ended++;
                }
                long living = ended == end ? 0 : values[place] & -1L << (ended - start);
                values[place] = 0;
                if (living != 0) {
                    write(place, living);
                    handOn(place, living, lastPlace);
                }
            }
        }
    }

    private void write(int place, long bits) {
        int low = edges.low(from + place);
        int high = edges.high(from + place);
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            chains[Long.numberOfTrailingZeros(rest)].add(1, low, high);
        }
    }

    private void handOn(int of, long bits, int end) {
        heirs.find(of);
        int last = heirs.end(of);
        for (int k = heirs.first(of); k < last; k++) {
            int heir = LoopHeirs.place(heirs.at(k));
            if (heir >= end) {
                return;
            }
            add(heir, bits);
        }
    }
}
