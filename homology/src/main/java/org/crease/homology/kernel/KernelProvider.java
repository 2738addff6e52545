package org.crease.homology.kernel;

import java.util.Optional;

/** Where kernels come from; found by {@link java.util.ServiceLoader}. */
public interface KernelProvider {

    /**
     * The kernel of a kind, where there is a device for it and work of this size pays there.
     *
     * @param operations about how many multiplications, comparisons or word operations the work takes
     */
    <K extends Kernel> Optional<K> kernel(Class<K> kind, double operations);

    /**
     * Told whenever the processor does what a kernel failed to do.
     *
     * @param what in one sentence
     */
    default void failed(String what) {}
}
