package org.crease.runlog.compare;

/**
 * How many items have one rank at one moment, in both groups; 0 in a run that has other ranks only.
 *
 * @param rank of these items
 * @param row their number; its measure is {@link Strata#MEASURE}
 */
public record StratumRow(int rank, ComparisonRow row) {}
