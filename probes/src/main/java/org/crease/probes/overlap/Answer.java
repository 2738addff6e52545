package org.crease.probes.overlap;

/** Whether something is in an image. */
enum Answer {
    YES,
    NO,
    /** A linear program failed or hit its limit: not known. */
    UNDECIDED
}
