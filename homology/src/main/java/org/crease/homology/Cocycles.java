package org.crease.homology;

import java.util.Arrays;

/**
 * Annotations over Z/2: for every edge the set of living classes whose cocycle is 1 on it. Edges with equal annotations
 * share one: it is a number here, and sums are looked up before they are made. When a class dies, only the annotations that
 * contain it are rewritten, and those that become equal are merged; an edge finds what became of its own by
 * {@link #current}.
 *
 * <p>O. Busaryev et al., <i>Annotating simplices with a homology basis and its applications</i>, SWAT 2012; T. Dey,
 * F. Fan, Y. Wang, <i>Computing topological persistence for simplicial maps</i>, SoCG 2014; J.-D. Boissonnat, T. Dey,
 * C. Maria, <i>The compressed annotation matrix</i>, Algorithmica 73, 2015.
 */
final class Cocycles {
    /** The annotation on which every cocycle is 0. */
    static final int ZERO = 0;

    private static final int NONE = -1;
    private static final int BETWEEN_CHECKS = 256;

    private int count;
    private int[][] sets = new int[64][]; // ascending classes; emptied by a merge
    private long[] hashes = new long[64];
    private int[] next = new int[64]; // in the chain of equal hash
    private int[] mergedInto = new int[64];
    private int[] chains = new int[256]; // first of each, plus one
    private IntList[] occurrences = new IntList[64]; // by class; may hold annotations that lost it since
    private int classes;
    private int[] scratch = new int[64];

    Cocycles() {
        create(0, 0);
    }

    /** Gives birth to a class, numbered from 0, on one new edge: the annotation of that edge. */
    int birth() {
        if (classes == occurrences.length) {
            occurrences = Arrays.copyOf(occurrences, 2 * classes);
        }
        occurrences[classes] = new IntList();
        scratch[0] = classes;
        return create(1, hash(classes++));
    }

    /** Number of classes born so far. */
    int classes() {
        return classes;
    }

    /** What has become of an annotation. */
    int current(int annotation) {
        int at = annotation;
        while (mergedInto[at] != at) {
            mergedInto[at] = mergedInto[mergedInto[at]];
            at = mergedInto[at];
        }
        return at;
    }

    /** The sum of two current annotations. */
    int sum(int a, int b) {
        if (a == b) {
            return ZERO;
        } else if (a == ZERO || b == ZERO) {
            return a + b;
        }
        int length = add(sets[a], sets[b]);
        long hash = hashes[a] ^ hashes[b];
        int known = find(length, hash);
        return known == NONE ? create(length, hash) : known;
    }

    /** The youngest class in a current annotation other than zero. */
    int youngest(int annotation) {
        int[] set = sets[annotation];
        return set[set.length - 1];
    }

    /**
     * Imposes that a current annotation, not zero, vanish: its youngest class dies, and every annotation with that class
     * gets this one added.
     */
    void vanish(int annotation) throws InterruptedException {
        int[] relation = sets[annotation];
        long relationHash = hashes[annotation];
        int dying = relation[relation.length - 1];
        IntList holders = occurrences[dying];
        occurrences[dying] = new IntList();
        for (int k = 0; k < holders.size(); k++) {
            if (k % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while a class of dimension 1 died");
            }
            int holder = holders.get(k);
            if (Arrays.binarySearch(sets[holder], dying) >= 0) {
                rewrite(holder, relation, relationHash);
            }
        }
    }

    private void rewrite(int annotation, int[] relation, long relationHash) {
        unlink(annotation);
        int[] old = sets[annotation];
        int length = add(old, relation);
        long hash = hashes[annotation] ^ relationHash;
        int twin = find(length, hash);
        if (twin == NONE) {
            sets[annotation] = Arrays.copyOf(scratch, length);
            hashes[annotation] = hash;
            link(annotation);
            noteGained(annotation, old, relation);
        } else {
            sets[annotation] = new int[0];
            mergedInto[annotation] = twin;
        }
    }

    private void noteGained(int annotation, int[] old, int[] relation) {
        for (int k = 0; k < relation.length - 1; k++) {
            if (Arrays.binarySearch(old, relation[k]) < 0) {
                occurrences[relation[k]].add(annotation);
            }
        }
    }

    /** Leaves the symmetric difference of two sets in the scratch array and returns its length. */
    private int add(int[] a, int[] b) {
        if (scratch.length < a.length + b.length) {
            scratch = new int[2 * (a.length + b.length)];
        }
        int i = 0;
        int j = 0;
        int length = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                i++;
                j++;
            } else {
                scratch[length++] = a[i] < b[j] ? a[i++] : b[j++];
            }
        }
        System.arraycopy(a, i, scratch, length, a.length - i);
        length += a.length - i;
        System.arraycopy(b, j, scratch, length, b.length - j);
        return length + b.length - j;
    }

    /** The annotation equal to the first entries of the scratch array, or {@link #NONE}. */
    private int find(int length, long hash) {
        for (int at = chains[chain(hash)] - 1; at != NONE; at = next[at]) {
            if (hashes[at] == hash && Arrays.equals(sets[at], 0, sets[at].length, scratch, 0, length)) {
                return at;
            }
        }
        return NONE;
    }

    private int create(int length, long hash) {
        if (count == sets.length) {
            grow();
        }
        int created = count++;
        int[] set = Arrays.copyOf(scratch, length);
        sets[created] = set;
        hashes[created] = hash;
        mergedInto[created] = created;
        link(created);
        for (int c : set) {
            occurrences[c].add(created);
        }
        return created;
    }

    private void grow() {
        int capacity = 2 * count;
        sets = Arrays.copyOf(sets, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        next = Arrays.copyOf(next, capacity);
        mergedInto = Arrays.copyOf(mergedInto, capacity);
        chains = new int[4 * capacity];
        for (int k = 0; k < count; k++) {
            if (mergedInto[k] == k) {
                link(k);
            }
        }
    }

    private void link(int annotation) {
        int chain = chain(hashes[annotation]);
        next[annotation] = chains[chain] - 1;
        chains[chain] = annotation + 1;
    }

    private void unlink(int annotation) {
        int chain = chain(hashes[annotation]);
        int at = chains[chain] - 1;
        if (at == annotation) {
            chains[chain] = next[annotation] + 1;
            return;
        }
        while (next[at] != annotation) {
            at = next[at];
        }
        next[at] = next[annotation];
    }

    private int chain(long hash) {
        return (int) hash & (chains.length - 1);
    }

    /** A class's share in the hash of a set, which is the XOR of its classes': the finaliser of SplitMix64. */
    private static long hash(int c) {
        long z = (c + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
