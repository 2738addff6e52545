package org.crease.gpu.cuda;

/** A compute capability: the generation of a card, as 9.0. */
public record Capability(int major, int minor) implements Comparable<Capability> {

    /** Of ten times it, as compilers write it: 90 of 9.0. */
    static Capability of(int number) {
        return new Capability(number / 10, number % 10);
    }

    /** Ten times it. */
    int number() {
        return 10 * major + minor;
    }

    @Override
    public int compareTo(Capability other) {
        return Integer.compare(number(), other.number());
    }

    /** As "9.0". */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
