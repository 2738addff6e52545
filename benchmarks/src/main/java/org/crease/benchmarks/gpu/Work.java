package org.crease.benchmarks.gpu;

import java.util.function.Supplier;
import org.crease.homology.kernel.Kernels;

/**
 * Something that a device and the processor both do.
 *
 * @param name what it is
 * @param size how large
 * @param limit what the device's kernels are limited by
 * @param amount bytes or operations that the work takes at least
 * @param task does it, and returns a way to what both must agree on, compared by equals
 */
record Work(String name, String size, Ceilings.Kind limit, double amount, Task task) {

    /** Does the work. */
    @FunctionalInterface
    interface Task {
        Supplier<Object> with(Kernels kernels) throws InterruptedException;
    }
}
