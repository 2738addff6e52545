package org.crease.probes.partition;

/**
 * Two regions that share a side of positive length.
 *
 * @param left one region
 * @param right the other, with a greater number
 * @param layer the layer of the unit whose line the side lies on
 * @param unit the unit's place in that layer; the first one where several have the same line
 * @param differing number of units that are active in one of the two regions alone, and of windows of max pooling with other
 *     winners. One, but for several that switch at the same line; among these are the windows in which all was dead, or equal,
 *     on one side, so that the winner there was the first by rule alone
 */
public record Border(int left, int right, String layer, int unit, int differing) {}
