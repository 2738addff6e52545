package org.crease.homology;

import java.util.Arrays;

/**
 * Annotations: for every simplex of one dimension the values of the living classes' cocycles on it. Simplices with equal
 * annotations share one: it is a number here, and sums are looked up before they are made. The death of a class changes all
 * annotations that contain it, of independent weights thousands, but few of those are read before many more classes have died.
 * So a death is but noted, and an annotation is rewritten when it is read ({@link DeadClasses}); those that become
 * equal then stay apart.
 *
 * <p>O. Busaryev et al., <i>Annotating simplices with a homology basis and its applications</i>, SWAT 2012; T. Dey,
 * F. Fan, Y. Wang, <i>Computing topological persistence for simplicial maps</i>, SoCG 2014; J.-D. Boissonnat, T. Dey,
 * C. Maria, <i>The compressed annotation matrix</i>, Algorithmica 73, 2015.
 */
final class Annotations {
    /** The annotation on which every cocycle is 0. */
    static final int ZERO = 0;

    private static final long BYTES_OF_ANNOTATION = 72; // beside its words

    private final PrimeField field;
    private final DenseSum scratch;
    private final DeadClasses dead;
    private final InternTable known = new InternTable(); // by what they were when they were made
    private int count;
    private SparseVector[] vectors = new SparseVector[64];
    private int[] readAt = new int[64]; // so many deaths
    private int classes;
    private long words; // of all vectors

    Annotations(PrimeField field) {
        this.field = field;
        scratch = new DenseSum(field);
        dead = new DeadClasses(field);
        intern(scratch.take());
    }

    /** Gives birth to a class, numbered from 0, with value 1 on one new simplex: the annotation of that simplex. */
    int birth() {
        return intern(SparseVector.unit(classes++));
    }

    /** Number of classes born so far. */
    int classes() {
        return classes;
    }

    /** Memory held, about. */
    long bytes() {
        return BYTES_OF_ANNOTATION * vectors.length + Long.BYTES * words + dead.bytes();
    }

    /** The sum of an annotation and a multiple of another; the factor is not 0. */
    int sum(int a, int factor, int b) throws InterruptedException {
        if (b == ZERO) {
            return a;
        } else if (a == ZERO && factor == 1) {
            return b;
        } else if (a == b && factor == field.negative(1)) {
            return ZERO;
        }
        SparseVector first = vector(a);
        SparseVector second = vector(b);
        scratch.add(1, first);
        scratch.add(factor, second);
        return intern(scratch.take());
    }

    /** Adds a multiple of an annotation to a sum over the classes; the factor is not 0. */
    void addTo(DenseSum sum, int factor, int annotation) throws InterruptedException {
        if (annotation != ZERO) {
            sum.add(factor, vector(annotation));
        }
    }

    /** Imposes that a sum of annotations since the last death, not zero, vanish: its youngest class dies. */
    void vanish(SparseVector relation) {
        dead.add(relation);
    }

    /** The values of living classes. */
    private SparseVector vector(int annotation) throws InterruptedException {
        if (readAt[annotation] != dead.count()) {
            SparseVector vector = dead.overLiving(vectors[annotation]);
            words += vector.words() - vectors[annotation].words();
            vectors[annotation] = vector;
            readAt[annotation] = dead.count();
        }
        return vectors[annotation];
    }

    /** The annotation equal to a vector over living classes; a new one where none is known. */
    private int intern(SparseVector vector) {
        int hash = vector.hash();
        int at = known.first(hash);
        while (at != InternTable.NONE && !vector.isEqual(vectors[at])) {
            at = known.after(at);
        }
        return at == InternTable.NONE ? create(vector, hash) : at;
    }

    private int create(SparseVector vector, int hash) {
        if (count == vectors.length) {
            vectors = Arrays.copyOf(vectors, 2 * count);
            readAt = Arrays.copyOf(readAt, 2 * count);
        }
        int created = count++;
        vectors[created] = vector;
        readAt[created] = dead.count();
        words += vector.words();
        known.add(created, hash);
        return created;
    }
}
