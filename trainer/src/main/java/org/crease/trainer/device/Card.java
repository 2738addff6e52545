package org.crease.trainer.device;

/**
 * A graphics card as its driver describes it.
 *
 * @param index its place, from 0, among the cards that CUDA shows to this process
 * @param name as the vendor calls it
 * @param major of its compute capability
 * @param minor of its compute capability
 * @param memory all of it, in bytes; 0 where not known
 * @param driver version of the driver, such as {@code 550.54.14}; empty where not known
 */
public record Card(int index, String name, int major, int minor, long memory, String driver) {

    /** Compute capability as it is commonly written, such as {@code 8.6}. */
    public String capability() {
        return major + "." + minor;
    }

    /** Name and compute capability. */
    public String words() {
        return name + " (compute capability " + capability() + ")";
    }
}
