package org.crease.homology;

import java.util.Arrays;

/** Numbers from 0 on, found by hash: those of equal hash are in one chain. */
final class InternTable {
    static final int NONE = -1;

    private int[] hashes = new int[64];
    private int[] next = new int[64]; // in the chain
    private int[] chains = new int[128]; // first of each, or NONE

    InternTable() {
        Arrays.fill(chains, NONE);
    }

    /** Adds a number that is not there. */
    void add(int number, int hash) {
        if (number >= hashes.length) {
            grow(2 * number);
        }
        hashes[number] = hash;
        link(number);
    }

    /** The first number of a hash, or {@link #NONE}. */
    int first(int hash) {
        return ofHash(chains[chain(hash)], hash);
    }

    /** The next number of the same hash, or {@link #NONE}. */
    int after(int number) {
        return ofHash(next[number], hashes[number]);
    }

    private int ofHash(int from, int hash) {
        int at = from;
        while (at != NONE && hashes[at] != hash) {
            at = next[at];
        }
        return at;
    }

    private void grow(int capacity) {
        int[] oldChains = chains;
        int[] oldNext = next;
        hashes = Arrays.copyOf(hashes, capacity);
        next = new int[capacity];
        chains = new int[Integer.highestOneBit(capacity) * 2];
        Arrays.fill(chains, NONE);
        for (int first : oldChains) {
            for (int at = first; at != NONE; at = oldNext[at]) {
                link(at);
            }
        }
    }

    private void link(int number) {
        int chain = chain(hashes[number]);
        next[number] = chains[chain];
        chains[chain] = number;
    }

    private int chain(int hash) {
        return hash & (chains.length - 1);
    }
}
