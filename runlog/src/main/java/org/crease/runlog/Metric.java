package org.crease.runlog;

import java.time.Instant;

/**
 * One measured number.
 *
 * @param step number of parameter updates done
 * @param epoch passes over the training data done, with its fraction
 * @param name such as {@code train/loss}
 * @param value any double, NaN and infinities included
 * @param time when it was measured
 */
public record Metric(long step, double epoch, String name, double value, Instant time) {}
