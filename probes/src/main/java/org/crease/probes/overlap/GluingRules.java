package org.crease.probes.overlap;

import org.crease.probes.rank.Tolerance;
import org.jspecify.annotations.Nullable;

/**
 * When inputs count as glued.
 *
 * @param minRank a region of rank below this is made a point
 * @param tolerance when a singular value counts as zero, for ranks
 * @param equalWithin values whose difference in every unit is at most this share of the layer's largest value are equal
 * @param reach regions are compared only if some of their inputs' values are no further apart than this; null for all
 * @param wholeRegions whether to look also for overlaps of images that no input shows; they glue nothing
 */
public record GluingRules(
        int minRank,
        Tolerance tolerance,
        double equalWithin,
        @Nullable Double reach,
        boolean wholeRegions) {}
