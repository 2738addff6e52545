package org.crease.probes.quotient;

/** What becomes of the collapsed regions. */
public enum Collapse {
    /** Each becomes a point of its own, which is what an affine map of rank 0 does to them. */
    PER_REGION,
    /** All become one point: the homology of the input relative to the collapsed set. */
    WHOLE_SET
}
