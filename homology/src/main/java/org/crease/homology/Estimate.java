package org.crease.homology;

/**
 * What a computation is expected to take, told beforehand: in the middle what is likely, on either side what it is hardly ever
 * beyond. The range is wide where nothing but the number of points is known.
 *
 * @param simplices or cubes; of Vietoris-Rips filtrations those of dimension up to one above the highest asked for that are within the scale: what there is to look at.
 *     Mostly hardly any is
 * @param bytes of memory, beside the space itself
 * @param leastBytes a low figure for them
 * @param mostBytes a high one
 * @param seconds by the clock, where Java is warm and the machine has nothing else to do
 * @param shortest a low figure for them
 * @param longest a high one
 */
public record Estimate(
        double simplices,
        long bytes,
        long leastBytes,
        long mostBytes,
        double seconds,
        double shortest,
        double longest) {

    /**
     * One by the number of simplices, where bytes and seconds are likely to be so much and hardly ever so many times less or
     * more.
     */
    public static Estimate around(double simplices, double bytes, double seconds, double times) {
        return new Estimate(
                simplices,
                (long) bytes,
                (long) (bytes / times),
                (long) (bytes * times),
                seconds,
                seconds / times,
                seconds * times);
    }

    /** Whether this is likely to be within a budget. */
    public boolean fits(Budget budget) {
        return bytes <= budget.bytes() && seconds <= budget.seconds();
    }

    /** Whether this is bound to go beyond a budget. */
    boolean isBeyond(Budget budget) {
        return leastBytes > budget.bytes() || shortest > budget.seconds();
    }

    @Override
    public String toString() {
        return "about %.3g MB (%.2g to %.2g MB) and %.2g s (%.2g to %.2g s)"
                .formatted(bytes / 1e6, leastBytes / 1e6, mostBytes / 1e6, seconds, shortest, longest);
    }
}
