package org.crease.runlog.logdir;

/**
 * A scalar's points in order of step; the arrays are as long as each other and the caller's own.
 *
 * @param step strictly increasing
 * @param wallTime seconds since 1970
 * @param value may be NaN or infinite
 */
public record Scalars(long[] step, double[] wallTime, double[] value) {}
