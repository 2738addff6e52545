package org.crease.gpu.driver;

/**
 * What a device is.
 *
 * @param driver "CUDA" or "OpenCL"
 * @param index which of the driver's devices it is, from 0
 * @param name as its maker calls it
 * @param kind processor or graphics card
 * @param version of driver and device, as "driver 12.2, compute capability 9.0" or "OpenCL 3.0 PoCL 3.1"
 * @param memory bytes
 * @param largestBlock bytes that one piece of memory may have
 * @param units multiprocessors or cores
 * @param doubles whether it computes in double precision
 */
public record DeviceInfo(
        String driver,
        int index,
        String name,
        Kind kind,
        String version,
        long memory,
        long largestBlock,
        int units,
        boolean doubles) {

    /** What sort of device it is. */
    public enum Kind {
        GPU,
        CPU,
        OTHER
    }

    /** Name and driver, as "NVIDIA H100 (CUDA)". */
    @Override
    public String toString() {
        return name + " (" + driver + ")";
    }
}
