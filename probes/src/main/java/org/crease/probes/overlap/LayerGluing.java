package org.crease.probes.overlap;

import java.util.List;
import org.crease.homology.metric.PointClasses;
import org.jspecify.annotations.Nullable;

/**
 * What the network glues up to a layer, on the probe inputs.
 *
 * @param layer the layer's name
 * @param regions with inputs in them, in the order of their first members
 * @param regionOf position in {@code regions} of each input
 * @param ranks of the map of each region
 * @param meetings pairs of regions whose images overlap from both sides, at this layer
 * @param equalPairs pairs of inputs with equal values at this layer that were left to glue after all else
 * @param byRank inputs that rank alone glues, here or before
 * @param byOverlap inputs that rank and overlap glue, here or before
 * @param oneSided pairs of regions where inputs of one lie in the image of the other but none the other way
 * @param imagePairs positions of two regions each whose images overlap anywhere, or null if that was not asked for
 * @param questions how often it was asked whether a value is in an image
 * @param programs linear programs solved for that
 * @param undecided those of them without an answer, which glue nothing
 */
public record LayerGluing(
        String layer,
        List<AffineRegion> regions,
        int[] regionOf,
        int[] ranks,
        List<Meeting> meetings,
        int equalPairs,
        PointClasses byRank,
        PointClasses byOverlap,
        int oneSided,
        @Nullable List<int[]> imagePairs,
        long questions,
        long programs,
        long undecided) {}
