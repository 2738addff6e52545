package org.crease.homology;

/** Is told of the columns of {@link Cohomology}, each when it is reduced. */
interface ColumnObserver {
    /** Wants to know nothing. */
    ColumnObserver NONE = new ColumnObserver() {};

    /** The columns of simplices of a dimension follow. */
    default void start(int dimension, SimplexIndex index) {}

    /**
     * A column got a pivot, which ends the class of the column's first term.
     *
     * @param columns has the column's terms, the first one first
     */
    default void paired(ReducedColumns columns, long pivot, int diameter) {}

    /** A column came to nothing: the cochain of these terms, the first of which gave birth to its class, is a cocycle. */
    default void unpaired(WorkingColumn terms) {}
}
