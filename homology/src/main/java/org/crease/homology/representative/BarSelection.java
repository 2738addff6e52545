package org.crease.homology.representative;

/** Says for which bars representatives are wanted. Called once a bar at most, for bars of positive length. */
@FunctionalInterface
public interface BarSelection {

    /**
     * Whether a bar is wanted.
     *
     * @param dimension of its class
     * @param birth the scale at which it is born
     * @param death the scale at which it dies; infinite when it does not
     */
    boolean wants(int dimension, float birth, float death);

    /** Every bar. */
    static BarSelection all() {
        return (dimension, birth, death) -> true;
    }

    /** Bars longer than this, in every dimension; infinite ones among them. */
    static BarSelection longerThan(double length) {
        return (dimension, birth, death) -> (double) death - birth > length;
    }

    /** Of these, the ones of one dimension. */
    default BarSelection inDimension(int only) {
        return (dimension, birth, death) -> dimension == only && wants(dimension, birth, death);
    }

    /** These and others. */
    default BarSelection or(BarSelection others) {
        return (dimension, birth, death) -> wants(dimension, birth, death) || others.wants(dimension, birth, death);
    }
}
