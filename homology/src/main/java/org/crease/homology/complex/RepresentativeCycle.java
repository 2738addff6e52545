package org.crease.homology.complex;

/**
 * A bar and a cycle that stands for its class: born with the bar, and a boundary from the bar's death on, not before.
 *
 * @param bar the simplices that begin and end it
 * @param cycle its last simplex in the filtration is the one that the bar begins with
 */
public record RepresentativeCycle(SimplexPair bar, FormalSum cycle) {}
