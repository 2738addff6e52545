package org.crease.homology;

import java.util.Arrays;

/**
 * Annotations: for every simplex of one dimension the values of the living classes' cocycles on it. Simplices with equal
 * annotations share one: it is a number here, and sums are looked up before they are made. When a class dies, only the
 * annotations that contain it are rewritten, and those that become equal are merged; a simplex finds what became of its own
 * by {@link #current}.
 *
 * <p>O. Busaryev et al., <i>Annotating simplices with a homology basis and its applications</i>, SWAT 2012; T. Dey,
 * F. Fan, Y. Wang, <i>Computing topological persistence for simplicial maps</i>, SoCG 2014; J.-D. Boissonnat, T. Dey,
 * C. Maria, <i>The compressed annotation matrix</i>, Algorithmica 73, 2015.
 */
final class Annotations {
    /** The annotation on which every cocycle is 0. */
    static final int ZERO = 0;

    private static final int NONE = -1;
    private static final int BETWEEN_CHECKS = 256;

    private final PrimeField field;
    private final Combination scratch;
    private int count;
    private long[][] vectors = new long[64][]; // entries of a Combination; emptied by a merge
    private int[] hashes = new int[64];
    private int[] next = new int[64]; // in the chain of equal hash
    private int[] mergedInto = new int[64];
    private int[] chains = new int[256]; // first of each, plus one
    private IntList[] occurrences = new IntList[64]; // by class; may hold annotations that lost it since
    private int classes;

    Annotations(PrimeField field) {
        this.field = field;
        scratch = new Combination(field);
        create(scratch, scratch.hash());
    }

    /** Gives birth to a class, numbered from 0, with value 1 on one new simplex: the annotation of that simplex. */
    int birth() {
        if (classes == occurrences.length) {
            occurrences = Arrays.copyOf(occurrences, 2 * classes);
        }
        occurrences[classes] = new IntList();
        scratch.clear();
        scratch.add(1, new long[] {Combination.entry(classes++, 1)});
        return create(scratch, scratch.hash());
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

    /** The sum of a current annotation and a multiple of another; the factor is not 0. */
    int sum(int a, int factor, int b) {
        if (b == ZERO) {
            return a;
        } else if (a == ZERO && factor == 1) {
            return b;
        } else if (a == b && factor == field.negative(1)) {
            return ZERO;
        }
        scratch.clear();
        scratch.add(1, vectors[a]);
        scratch.add(factor, vectors[b]);
        int hash = scratch.hash();
        int known = find(scratch, hash);
        return known == NONE ? create(scratch, hash) : known;
    }

    /** Adds a multiple of a current annotation to a combination; the factor is not 0. */
    void addTo(Combination sum, int factor, int annotation) {
        if (annotation != ZERO) {
            sum.add(factor, vectors[annotation]);
        }
    }

    /** The value of a class's cocycle in a current annotation. */
    int value(int annotation, int of) {
        return Combination.value(vectors[annotation], of);
    }

    /** The youngest class in a current annotation other than zero. */
    int youngest(int annotation) {
        long[] vector = vectors[annotation];
        return Combination.classOf(vector[vector.length - 1]);
    }

    /** Imposes that a current annotation, not zero, vanish: its youngest class dies. */
    void vanish(int annotation) throws InterruptedException {
        vanish(vectors[annotation]);
    }

    /** Imposes that a combination, not zero, vanish: its youngest class dies. */
    void vanish(Combination relation) throws InterruptedException {
        vanish(relation.toArray());
    }

    /** Every annotation with the youngest class gets the multiple of the relation added that removes it. */
    private void vanish(long[] relation) throws InterruptedException {
        long youngest = relation[relation.length - 1];
        int dying = Combination.classOf(youngest);
        int toMinusOne = field.negative(field.inverse(Combination.valueOf(youngest)));
        IntList holders = occurrences[dying];
        occurrences[dying] = new IntList();
        for (int k = 0; k < holders.size(); k++) {
            if (k % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while a class died");
            }
            int holder = holders.get(k);
            int value = Combination.value(vectors[holder], dying);
            if (value != 0) {
                rewrite(holder, field.times(value, toMinusOne), relation);
            }
        }
    }

    private void rewrite(int annotation, int factor, long[] relation) {
        unlink(annotation);
        long[] old = vectors[annotation];
        scratch.clear();
        scratch.add(1, old);
        scratch.add(factor, relation);
        int hash = scratch.hash();
        int twin = find(scratch, hash);
        if (twin == NONE) {
            vectors[annotation] = scratch.toArray();
            hashes[annotation] = hash;
            link(annotation);
            noteGained(annotation, old, relation);
        } else {
            vectors[annotation] = new long[0];
            mergedInto[annotation] = twin;
        }
    }

    private void noteGained(int annotation, long[] old, long[] relation) {
        for (int k = 0; k < relation.length - 1; k++) {
            int c = Combination.classOf(relation[k]);
            if (Combination.value(old, c) == 0) {
                occurrences[c].add(annotation);
            }
        }
    }

    /** The annotation equal to a combination, or {@link #NONE}. */
    private int find(Combination sum, int hash) {
        for (int at = chains[chain(hash)] - 1; at != NONE; at = next[at]) {
            if (hashes[at] == hash && sum.isEqual(vectors[at])) {
                return at;
            }
        }
        return NONE;
    }

    private int create(Combination sum, int hash) {
        if (count == vectors.length) {
            grow();
        }
        int created = count++;
        long[] vector = sum.toArray();
        vectors[created] = vector;
        hashes[created] = hash;
        mergedInto[created] = created;
        link(created);
        for (long entry : vector) {
            occurrences[Combination.classOf(entry)].add(created);
        }
        return created;
    }

    private void grow() {
        int capacity = 2 * count;
        vectors = Arrays.copyOf(vectors, capacity);
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

    private int chain(int hash) {
        return hash & (chains.length - 1);
    }
}
