package org.crease.homology;

/** A way to write a vector over numbered classes in words. Equal vectors have equal words; zero has none. */
interface VectorForm {
    int NONE = -1;

    /** The vector with a value, not 0, at one class. */
    long[] unit(int of, int value);

    /** Adds a multiple of a vector to a combination; the factor is not 0. */
    void add(Combination sum, int factor, long[] vector);

    /** The class of highest number in a vector that is not zero, written in the first {@code length} words. */
    int youngest(long[] words, int length);

    /** The value of a class in a vector. */
    int value(long[] vector, int of);

    /** Number of classes in a vector. */
    int classes(long[] vector);

    /** The next class in a vector, from one on, or {@link #NONE}. */
    int nextClass(long[] vector, int from);

    /** A vector that is written in another form. */
    long[] copy(long[] vector, VectorForm from);
}
