package org.crease.runlog.compare;

import org.jspecify.annotations.Nullable;

/**
 * One scalar at one moment, in both groups.
 *
 * @param moment step or epoch
 * @param quantity layer, probe and measure
 * @param first values of the first group
 * @param second values of the second
 * @param evidence null where a group has fewer than two values
 */
public record ComparisonRow(
        long moment,
        Quantity quantity,
        Sample first,
        Sample second,
        @Nullable Evidence evidence) {

    /** Mean of the second group less that of the first; NaN where one has no value. */
    public double difference() {
        return second.mean() - first.mean();
    }
}
