package org.crease.gpu.driver;

/**
 * A device ready for work. Work is done in the order in which it was asked for. For one thread at a time, but any.
 */
public interface Device extends AutoCloseable {

    DeviceInfo info();

    /** Bytes that can be allocated now, as far as the driver tells. */
    long freeMemory();

    /**
     * Memory on the device, of any content.
     *
     * @param bytes at least 1
     * @throws DriverException {@link DriverException.Reason#OUT_OF_MEMORY} when there is not as much
     */
    Memory allocate(long bytes);

    /**
     * Makes the kernels of a source ready.
     *
     * @throws DriverException {@link DriverException.Reason#COMPILATION} with the compiler's log when it does not compile
     */
    Program compile(KernelSource source);

    /** Returns when all work asked for is done. */
    void finish();

    @Override
    void close();
}
