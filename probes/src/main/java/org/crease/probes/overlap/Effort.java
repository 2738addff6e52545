package org.crease.probes.overlap;

/** What the search for overlaps took: counted by all that look for them in a layer. */
final class Effort {
    private long questions;
    private long programs;
    private long undecided;

    void question() {
        questions++;
    }

    void program() {
        programs++;
    }

    void undecided() {
        undecided++;
    }

    /** How often it was asked whether a point is in an image. */
    long questions() {
        return questions;
    }

    /** How many linear programs were solved. */
    long programs() {
        return programs;
    }

    /** How many of them gave no answer. */
    long undecidedCount() {
        return undecided;
    }
}
