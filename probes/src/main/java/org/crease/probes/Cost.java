package org.crease.probes;

/**
 * What an examination is expected to take.
 *
 * @param seconds wall time on one core
 * @param bytes peak memory beyond the snapshot's own
 */
public record Cost(double seconds, long bytes) {

    /** Both of them, one after the other: times add up, of memory the larger counts. */
    public Cost then(Cost other) {
        return new Cost(seconds + other.seconds, Math.max(bytes, other.bytes));
    }
}
