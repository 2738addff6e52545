package org.crease.gpu.cuda;

import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;

/** What the results of the driver's functions mean to a caller; the numbers are those of {@code cuda.h}. */
final class CudaErrors {
    static final int OUT_OF_MEMORY = 2;
    static final int NO_DEVICE = 100;
    static final int UNSUPPORTED_PTX_VERSION = 222;
    static final int NOT_FOUND = 500;

    private static final int STUB_LIBRARY = 34;
    private static final int INSUFFICIENT_DRIVER = 35;
    private static final int INVALID_DEVICE = 101;
    private static final int INVALID_IMAGE = 200;
    private static final int NO_BINARY_FOR_GPU = 209;
    private static final int INVALID_PTX = 218;
    private static final int JIT_COMPILER_NOT_FOUND = 221;
    private static final int JIT_COMPILATION_DISABLED = 223;
    private static final int SYSTEM_DRIVER_MISMATCH = 803;
    private static final int COMPAT_NOT_SUPPORTED_ON_DEVICE = 804;

    private CudaErrors() {}

    /** The exception for a result: "CUDA's cuInit answered CUDA_ERROR_NO_DEVICE (100): no CUDA-capable device is detected". */
    static DriverException exception(String call, int result, String name, String text) {
        return new DriverException(
                reason(result), "CUDA's " + call + " answered " + name + " (" + result + "): " + text);
    }

    private static Reason reason(int result) {
        return switch (result) {
            case OUT_OF_MEMORY -> Reason.OUT_OF_MEMORY;
            case STUB_LIBRARY -> Reason.NO_DRIVER;
            case INSUFFICIENT_DRIVER, UNSUPPORTED_PTX_VERSION, SYSTEM_DRIVER_MISMATCH, COMPAT_NOT_SUPPORTED_ON_DEVICE ->
                Reason.OLD_DRIVER;
            case NO_DEVICE, INVALID_DEVICE -> Reason.NO_DEVICE;
            case INVALID_IMAGE, NO_BINARY_FOR_GPU, INVALID_PTX, JIT_COMPILER_NOT_FOUND, JIT_COMPILATION_DISABLED ->
                Reason.COMPILATION;
            default -> Reason.FAILED;
        };
    }
}
