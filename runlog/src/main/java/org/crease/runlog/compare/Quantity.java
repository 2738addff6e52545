package org.crease.runlog.compare;

/**
 * A scalar that a probe finds in a layer.
 *
 * @param layer the layer's name
 * @param probe the probe's name
 * @param measure name of the scalar in the finding's summary
 */
public record Quantity(String layer, String probe, String measure) {}
