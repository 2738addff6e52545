package org.crease.runlog.logdir;

/**
 * A histogram at a step. The arrays are as long as each other, one element a bucket; they are shared and must not be changed.
 *
 * @param step when it was taken
 * @param wallTime seconds since 1970
 * @param left edge of each bucket
 * @param right edge of each bucket
 * @param count of values in each bucket; need not be whole
 */
public record Histogram(long step, double wallTime, double[] left, double[] right, double[] count) {}
