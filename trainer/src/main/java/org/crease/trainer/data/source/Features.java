package org.crease.trainer.data.source;

/** Rows of numbers, read one at a time, so that images stay bytes until they are needed. Never changed. */
public interface Features {

    /** Number of rows. */
    int size();

    /** Numbers in a row. */
    int width();

    /**
     * Copies a row.
     *
     * @param row from 0 to {@link #size} - 1
     * @param into where to, from its start; at least {@link #width} long
     */
    void copy(int row, double[] into);
}
