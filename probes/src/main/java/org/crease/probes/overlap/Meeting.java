package org.crease.probes.overlap;

/**
 * Two regions of a layer whose images overlap, as the probe inputs show it.
 *
 * @param first position of a region
 * @param second position of a later one
 * @param ofFirst inputs of the first region whose value is in the image of the second, ascending
 * @param ofSecond inputs of the second region whose value is in the image of the first, ascending
 */
public record Meeting(int first, int second, int[] ofFirst, int[] ofSecond) {

    /** Whether it is seen from both sides, so that its inputs are glued. */
    public boolean mutual() {
        return ofFirst.length > 0 && ofSecond.length > 0;
    }
}
