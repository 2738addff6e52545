package org.crease.homology;

import java.util.Arrays;

/**
 * Annotations: for every simplex of one dimension the values of the living classes' cocycles on it. Simplices with equal
 * annotations share one: it is a number here, and sums are looked up before they are made. When a class dies, only the
 * annotations that contain it are rewritten, and those that become equal are merged; a simplex finds what became of its own
 * by {@link #current}.
 *
 * <p>Mostly an annotation has a few classes. Where it has many, as with random weights, vectors are written with a bit or a
 * few for each class, and those with a class looked for, not listed.
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
    private static final int CHANGES_BETWEEN_CHOICES = 2048; // of a form, at least
    private static final int MANY = 4; // classes of a vector
    private static final int WORDS_OF_ENTRY = 4; // that are added as fast as one entry of a sparse vector
    private static final long BYTES_OF_ANNOTATION = 60; // beside its words

    private final PrimeField field;
    private final Combination scratch = new Combination();
    private VectorForm form;
    private InternTable known = new InternTable();
    private int count;
    private long[][] vectors = new long[64][]; // emptied by a merge
    private int[] mergedInto = new int[64];
    private final Occurrences occurrences = new Occurrences(); // of sparse vectors
    private int[] bornWith = new int[64]; // by annotation, a class whose birth has it, or NONE
    private final IntList nextBorn = new IntList(); // by class, in a ring of those whose births have equal annotations
    private int held = NONE; // class
    private IntList holders = new IntList(); // of that class, where they are not listed
    private int changes; // since the form was chosen
    private long words; // of all vectors

    Annotations(PrimeField field) {
        this.field = field;
        form = new SparseForm(field);
        intern(scratch);
    }

    /** Gives birth to a class, numbered from 0, with value 1 on one new simplex: the annotation of that simplex. */
    int birth() {
        occurrences.addClass();
        scratch.clear();
        form.add(scratch, 1, form.unit(classes(), 1));
        changes++;
        int created = intern(scratch);
        bornWith[created] = classes();
        nextBorn.add(classes());
        return created;
    }

    /** Number of classes born so far. */
    int classes() {
        return nextBorn.size();
    }

    /**
     * The values of a class's cocycle on the simplices of births that are not 0: the class born there, then the value. Before
     * the class dies it costs little, since its holders must be found then anyway.
     */
    IntList onBirths(int of) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while reading a cocycle");
        }
        IntList values = new IntList();
        IntList having = isListing() ? occurrences.of(of) : holders(of);
        for (int k = 0; k < having.size(); k++) {
            int first = bornWith[having.get(k)];
            int value = first == NONE ? 0 : form.value(vectors[having.get(k)], of);
            if (value != 0) {
                addRing(first, value, values);
            }
        }
        return values;
    }

    private void addRing(int first, int value, IntList values) {
        int born = first;
        do {
            values.add(born);
            values.add(value);
            born = nextBorn.get(born);
        } while (born != first);
    }

    /** Looks for the annotations with a class. */
    private IntList holders(int of) {
        if (of != held) {
            held = of;
            holders = new IntList();
            for (int k = 0; k < count; k++) {
                if (form.value(vectors[k], of) != 0) {
                    holders.add(k);
                }
            }
        }
        return holders;
    }

    /**
     * The classes in a combination that is not zero, each followed by its value over that of the youngest. A class stands for
     * the cycle on which its own cocycle is 1, the others' are 0: so this is the cycle that bounds where the combination vanishes.
     */
    IntList cycle(Combination relation) {
        return cycle(relation.toArray());
    }

    /** The same of a current annotation that is not zero. */
    IntList cycle(int annotation) {
        return cycle(vectors[annotation]);
    }

    private IntList cycle(long[] vector) {
        int toOne = field.inverse(form.value(vector, form.youngest(vector, vector.length)));
        IntList classes = new IntList();
        for (int of = form.nextClass(vector, 0); of != VectorForm.NONE; of = form.nextClass(vector, of + 1)) {
            classes.add(of);
            classes.add(field.times(toOne, form.value(vector, of)));
        }
        return classes;
    }

    /** Memory held, about. */
    long bytes() {
        return BYTES_OF_ANNOTATION * vectors.length + Long.BYTES * words + occurrences.bytes();
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
        form.add(scratch, 1, vectors[a]);
        form.add(scratch, factor, vectors[b]);
        return intern(scratch);
    }

    /** Adds a multiple of a current annotation to a combination; the factor is not 0. */
    void addTo(Combination sum, int factor, int annotation) {
        if (annotation != ZERO) {
            form.add(sum, factor, vectors[annotation]);
        }
    }

    /** The youngest class in a current annotation other than zero. */
    int youngest(int annotation) {
        return form.youngest(vectors[annotation], vectors[annotation].length);
    }

    /** The youngest class in a combination of current annotations that is not zero. */
    int youngest(Combination sum) {
        return form.youngest(sum.words(), sum.length());
    }

    /** Imposes that a current annotation, not zero, vanish: its youngest class dies. */
    void vanish(int annotation) throws InterruptedException {
        vanish(vectors[annotation]);
    }

    /** Imposes that a combination of current annotations, not zero, vanish: its youngest class dies. */
    void vanish(Combination relation) throws InterruptedException {
        vanish(relation.toArray());
    }

    /** Every annotation with the youngest class gets the multiple of the relation added that removes it. */
    private void vanish(long[] relation) throws InterruptedException {
        int dying = form.youngest(relation, relation.length);
        int toMinusOne = field.negative(field.inverse(form.value(relation, dying)));
        IntList candidates = isListing() ? occurrences.take(dying) : holders(dying);
        held = NONE;
        for (int k = 0; k < candidates.size(); k++) {
            if (k % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
                throw new InterruptedException("interrupted while a class died");
            }
            int value = form.value(vectors[candidates.get(k)], dying);
            if (value != 0) {
                rewrite(candidates.get(k), field.times(value, toMinusOne), relation);
            }
        }
        if (changes > Math.max(CHANGES_BETWEEN_CHOICES, count)) {
            chooseForm();
        }
    }

    private void rewrite(int annotation, int factor, long[] relation) {
        changes++;
        long[] old = vectors[annotation];
        known.remove(annotation);
        scratch.clear();
        form.add(scratch, 1, old);
        form.add(scratch, factor, relation);
        int hash = scratch.hash();
        int twin = find(scratch, hash);
        if (twin == InternTable.NONE) {
            vectors[annotation] = scratch.toArray();
            words += scratch.length() - old.length;
            known.add(annotation, hash);
            if (isListing()) {
                occurrences.addGained(annotation, old, relation);
            }
        } else {
            vectors[annotation] = new long[0];
            words -= old.length;
            mergedInto[annotation] = twin;
            joinBirths(annotation, twin);
        }
    }

    private void joinBirths(int annotation, int twin) {
        int one = bornWith[annotation];
        int other = bornWith[twin];
        if (one != NONE && other != NONE) {
            int next = nextBorn.get(one);
            nextBorn.set(one, nextBorn.get(other));
            nextBorn.set(other, next);
        } else if (one != NONE) {
            bornWith[twin] = one;
        }
    }

    /** Whether those with a class are listed. */
    private boolean isListing() {
        return form instanceof SparseForm;
    }

    /** The annotation equal to a combination; a new one where there is none. */
    private int intern(Combination sum) {
        int hash = sum.hash();
        int twin = find(sum, hash);
        return twin == InternTable.NONE ? create(sum.toArray(), hash) : twin;
    }

    private int find(Combination sum, int hash) {
        int at = known.first(hash);
        while (at != InternTable.NONE && !sum.isEqual(vectors[at])) {
            at = known.after(at);
        }
        return at;
    }

    private int create(long[] vector, int hash) {
        if (count == vectors.length) {
            vectors = Arrays.copyOf(vectors, 2 * count);
            mergedInto = Arrays.copyOf(mergedInto, 2 * count);
            bornWith = Arrays.copyOf(bornWith, 2 * count);
        }
        int created = count++;
        vectors[created] = vector;
        words += vector.length;
        mergedInto[created] = created;
        bornWith[created] = NONE;
        held = NONE;
        known.add(created, hash);
        if (isListing()) {
            occurrences.addAll(created, vector);
        }
        return created;
    }

    /** Writes vectors in the shorter way, by a place for each class only where they have many. */
    private void chooseForm() {
        changes = 0;
        VectorForm dense = field.modulus() == 2 ? new BitForm() : new PackedForm(field);
        long entries = 0;
        long denseWords = 0;
        for (int k = 0; k < count; k++) {
            if (vectors[k].length > 0) {
                entries += form.classes(vectors[k]);
                denseWords += dense.unit(form.youngest(vectors[k], vectors[k].length), 1).length;
            }
        }
        boolean asDense = entries > (long) MANY * count && denseWords < WORDS_OF_ENTRY * entries;
        if (asDense == isListing()) {
            rewriteAll(asDense ? dense : new SparseForm(field));
            words = asDense ? denseWords : entries;
        }
    }

    private void rewriteAll(VectorForm chosen) {
        VectorForm old = form;
        form = chosen;
        known = new InternTable();
        occurrences.clear();
        for (int k = 0; k < count; k++) {
            if (mergedInto[k] == k) {
                vectors[k] = form.copy(vectors[k], old);
                known.add(k, Combination.hash(vectors[k], vectors[k].length));
                if (isListing()) {
                    occurrences.addAll(k, vectors[k]);
                }
            }
        }
    }
}
