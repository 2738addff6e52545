package org.crease.homology.kernel;

/**
 * A piece of work that a device does. What it computes is what the Java implementation beside it computes, to the same bits
 * unless its interface says otherwise. Safe for use by several threads, which take turns.
 *
 * <p>Whatever keeps the device from doing it is told by a {@link KernelException}, and nothing has changed then; an
 * {@link InterruptedException} when the thread is interrupted.
 */
public interface Kernel {

    /** The device and how it is driven, as "NVIDIA H100 (CUDA)". */
    String device();
}
