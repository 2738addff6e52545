package org.crease.homology;

/**
 * What a computation is expected to take, told beforehand.
 *
 * @param simplices of dimension up to one above the highest asked for, where no pair is left out: what there is to look at,
 *     at most. Mostly hardly any is
 * @param bytes of memory, beside the space itself
 * @param seconds on one core, once the distances are there, for a cloud of low inner dimension
 * @param shortest a low figure for the seconds, of a cloud with few loops on a fast machine
 * @param longest a high one, of noise in many dimensions; in dimension 2 and above the two are far apart
 */
public record Estimate(double simplices, long bytes, double seconds, double shortest, double longest) {

    /** Whether this is within a budget. */
    public boolean fits(Budget budget) {
        return bytes <= budget.bytes() && seconds <= budget.seconds();
    }

    @Override
    public String toString() {
        return "about %.3g MB and %.2g s (%.2g to %.2g s)".formatted(bytes / 1e6, seconds, shortest, longest);
    }
}
