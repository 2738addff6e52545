package org.crease.probes.partition;

/**
 * Two regions that share a side of positive length.
 *
 * @param left one region
 * @param right the other, with a greater number
 * @param layer the layer of the unit whose line the side lies on
 * @param unit the unit's place in that layer; the first one where several have the same line
 * @param differing number of units that are active in one of the two regions alone; one, but for several with the same line
 */
public record Border(int left, int right, String layer, int unit, int differing) {}
