package org.crease.homology;

/** A vector over a prime field that is being summed up, over places from 0. */
interface VectorSum {
    /** No place. */
    int NONE = -1;

    /** A sum over a field, zero. */
    static VectorSum over(PrimeField field) {
        return field.modulus() == 2 ? new BitSum() : new DenseSum(field);
    }

    /** Adds a multiple of a vector. */
    void add(int factor, SparseVector vector);

    /** Adds a residue at a place. */
    void add(int place, int residue);

    /** The first place where this is not 0, or {@link #NONE}. */
    int first();

    /** The last such place, or {@link #NONE}. */
    int last();

    /** The residue at a place up to the last. */
    int at(int place);

    /** The residue at a place up to the last, which is 0 from then on. */
    int take(int place);

    /** The sum, which is 0 from then on. */
    SparseVector take();
}
