package org.crease.trainer.device;

/**
 * A graphics card as its driver describes it.
 *
 * @param index its place, from 0, among the cards that CUDA shows to this process
 * @param name as the vendor calls it
 * @param major of its compute capability
 * @param minor of its compute capability
 * @param memory all of it, in bytes
 * @param cuda version of CUDA that the driver offers, such as {@code 12.2}
 */
public record Card(int index, String name, int major, int minor, long memory, String cuda) {

    /** Compute capability as it is commonly written, such as {@code 8.6}. */
    public String capability() {
        return major + "." + minor;
    }

    /** Name and compute capability. */
    public String words() {
        return name + " (compute capability " + capability() + ")";
    }
}
