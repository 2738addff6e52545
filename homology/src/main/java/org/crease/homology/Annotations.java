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
    private static final int CLASS_SHIFT = Character.SIZE;

    private final PrimeField field;
    private int count;
    private long[][] vectors = new long[64][]; // class, then value in the lower 16 bits; ascending; emptied by a merge
    private int[] hashes = new int[64];
    private int[] next = new int[64]; // in the chain of equal hash
    private int[] mergedInto = new int[64];
    private int[] chains = new int[256]; // first of each, plus one
    private IntList[] occurrences = new IntList[64]; // by class; may hold annotations that lost it since
    private int classes;
    private long[] scratch = new long[64];

    Annotations(PrimeField field) {
        this.field = field;
        create(0, hash(0));
    }

    /** Gives birth to a class, numbered from 0, with value 1 on one new simplex: the annotation of that simplex. */
    int birth() {
        if (classes == occurrences.length) {
            occurrences = Arrays.copyOf(occurrences, 2 * classes);
        }
        occurrences[classes] = new IntList();
        scratch[0] = (long) classes++ << CLASS_SHIFT | 1;
        return create(1, hash(1));
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
        int length = add(vectors[a], factor, vectors[b]);
        int hash = hash(length);
        int known = find(length, hash);
        return known == NONE ? create(length, hash) : known;
    }

    /** The value of a class's cocycle in a current annotation. */
    int value(int annotation, int of) {
        int place = find(vectors[annotation], of);
        return place < 0 ? 0 : valueOf(vectors[annotation][place]);
    }

    /** The youngest class in a current annotation other than zero. */
    int youngest(int annotation) {
        long[] vector = vectors[annotation];
        return classOf(vector[vector.length - 1]);
    }

    /**
     * Imposes that a current annotation, not zero, vanish: its youngest class dies, and every annotation with that class
     * gets the multiple of this one added that removes it.
     */
    void vanish(int annotation) throws InterruptedException {
        long[] relation = vectors[annotation];
        long youngest = relation[relation.length - 1];
        int dying = classOf(youngest);
        int toMinusOne = field.negative(field.inverse(valueOf(youngest)));
        IntList holders = occurrences[dying];
        occurrences[dying] = new IntList();
        for (int k = 0; k < holders.size(); k++) {
            if (k % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while a class died");
            }
            int holder = holders.get(k);
            int place = find(vectors[holder], dying);
            if (place >= 0) {
                rewrite(holder, field.times(valueOf(vectors[holder][place]), toMinusOne), relation);
            }
        }
    }

    private void rewrite(int annotation, int factor, long[] relation) {
        unlink(annotation);
        long[] old = vectors[annotation];
        int length = add(old, factor, relation);
        int hash = hash(length);
        int twin = find(length, hash);
        if (twin == NONE) {
            vectors[annotation] = Arrays.copyOf(scratch, length);
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
            int c = classOf(relation[k]);
            if (find(old, c) < 0) {
                occurrences[c].add(annotation);
            }
        }
    }

    private static int classOf(long entry) {
        return (int) (entry >>> CLASS_SHIFT);
    }

    private static int valueOf(long entry) {
        return (int) entry & Character.MAX_VALUE;
    }

    private static long withValue(long entry, int value) {
        return (entry & ~(long) Character.MAX_VALUE) | value;
    }

    /** The place of a class in a vector, negative when it is not there. */
    private static int find(long[] vector, int c) {
        int low = 0;
        int high = vector.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = classOf(vector[middle]);
            if (there == c) {
                return middle;
            } else if (there < c) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NONE;
    }

    /** Leaves the sum of a vector and a multiple of another in the scratch array and returns its length. */
    private int add(long[] a, int factor, long[] b) {
        if (scratch.length < a.length + b.length) {
            scratch = new long[2 * (a.length + b.length)];
        }
        int i = 0;
        int j = 0;
        int length = 0;
        while (i < a.length && j < b.length) {
            int difference = Integer.compare(classOf(a[i]), classOf(b[j]));
            if (difference < 0) {
                scratch[length++] = a[i++];
            } else if (difference > 0) {
                scratch[length++] = times(factor, b[j++]);
            } else {
                int value = field.plus(valueOf(a[i]), field.times(factor, valueOf(b[j++])));
                scratch[length] = withValue(a[i++], value);
                length += value == 0 ? 0 : 1;
            }
        }
        System.arraycopy(a, i, scratch, length, a.length - i);
        length += a.length - i;
        while (j < b.length) {
            scratch[length++] = times(factor, b[j++]);
        }
        return length;
    }

    private long times(int factor, long entry) {
        return factor == 1 ? entry : withValue(entry, field.times(factor, valueOf(entry)));
    }

    /** The annotation equal to the first entries of the scratch array, or {@link #NONE}. */
    private int find(int length, int hash) {
        for (int at = chains[chain(hash)] - 1; at != NONE; at = next[at]) {
            if (hashes[at] == hash && Arrays.equals(vectors[at], 0, vectors[at].length, scratch, 0, length)) {
                return at;
            }
        }
        return NONE;
    }

    private int create(int length, int hash) {
        if (count == vectors.length) {
            grow();
        }
        int created = count++;
        long[] vector = Arrays.copyOf(scratch, length);
        vectors[created] = vector;
        hashes[created] = hash;
        mergedInto[created] = created;
        link(created);
        for (long entry : vector) {
            occurrences[classOf(entry)].add(created);
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

    /** Of the first entries of the scratch array. */
    private int hash(int length) {
        long hash = 0;
        for (int k = 0; k < length; k++) {
            hash = (hash ^ scratch[k]) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }
}
