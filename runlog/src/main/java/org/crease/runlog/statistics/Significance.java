package org.crease.runlog.statistics;

/**
 * What a test says.
 *
 * @param p probability, if group and value have nothing to do with each other, of a difference at least as large as the one
 *     seen, in either direction; above 0, at most 1
 * @param exact whether every arrangement of the values into two groups counted, or only a random sample of them
 * @param arrangements how many counted; for a sample, how many were drawn
 */
public record Significance(double p, boolean exact, double arrangements) {}
