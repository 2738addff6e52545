package org.crease.inspector.runs;

/**
 * A line, in columns of equal length.
 *
 * @param steps of the points
 * @param values of the points
 * @param recorded how many points there are in all
 */
@SuppressWarnings("ArrayRecordComponent") // columns to be written out, never compared
public record Points(long[] steps, double[] values, int recorded) {}
