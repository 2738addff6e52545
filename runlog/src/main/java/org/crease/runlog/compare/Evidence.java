package org.crease.runlog.compare;

import org.crease.runlog.statistics.Significance;

/**
 * How sure it is that two groups differ in a scalar, and how much they overlap.
 *
 * @param permutation the permutation test of the difference of means
 * @param permutationHolm its p after Holm's correction for all rows of the comparison
 * @param rankSum Wilcoxon's rank-sum test
 * @param rankSumHolm its p after Holm's correction
 * @param cliffsDelta from -1, every value of the second group below every one of the first, to 1
 */
public record Evidence(
        Significance permutation,
        double permutationHolm,
        Significance rankSum,
        double rankSumHolm,
        double cliffsDelta) {}
