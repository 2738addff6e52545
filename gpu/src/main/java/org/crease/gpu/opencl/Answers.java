package org.crease.gpu.opencl;

import java.util.Map;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.lwjgl.opencl.CL10;

/** Turns the numbers that OpenCL answers with into failures with words. */
final class Answers {
    private static final int PLATFORM_NOT_FOUND = -1001; // of the loader, cl_khr_icd

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(CL10.CL_DEVICE_NOT_FOUND, "CL_DEVICE_NOT_FOUND"),
            Map.entry(CL10.CL_DEVICE_NOT_AVAILABLE, "CL_DEVICE_NOT_AVAILABLE"),
            Map.entry(CL10.CL_COMPILER_NOT_AVAILABLE, "CL_COMPILER_NOT_AVAILABLE"),
            Map.entry(CL10.CL_MEM_OBJECT_ALLOCATION_FAILURE, "CL_MEM_OBJECT_ALLOCATION_FAILURE"),
            Map.entry(CL10.CL_OUT_OF_RESOURCES, "CL_OUT_OF_RESOURCES"),
            Map.entry(CL10.CL_OUT_OF_HOST_MEMORY, "CL_OUT_OF_HOST_MEMORY"),
            Map.entry(CL10.CL_BUILD_PROGRAM_FAILURE, "CL_BUILD_PROGRAM_FAILURE"),
            Map.entry(CL10.CL_INVALID_BUFFER_SIZE, "CL_INVALID_BUFFER_SIZE"),
            Map.entry(CL10.CL_INVALID_KERNEL_NAME, "CL_INVALID_KERNEL_NAME"),
            Map.entry(CL10.CL_INVALID_KERNEL_ARGS, "CL_INVALID_KERNEL_ARGS"),
            Map.entry(CL10.CL_INVALID_WORK_GROUP_SIZE, "CL_INVALID_WORK_GROUP_SIZE"),
            Map.entry(CL10.CL_INVALID_VALUE, "CL_INVALID_VALUE"),
            Map.entry(CL10.CL_INVALID_ARG_SIZE, "CL_INVALID_ARG_SIZE"),
            Map.entry(CL10.CL_INVALID_ARG_INDEX, "CL_INVALID_ARG_INDEX"),
            Map.entry(PLATFORM_NOT_FOUND, "CL_PLATFORM_NOT_FOUND_KHR"));

    private Answers() {}

    /**
     * Passes when a call has succeeded.
     *
     * @throws DriverException when it has not
     */
    static void require(int answer, String call) {
        if (answer != CL10.CL_SUCCESS) {
            throw failure(answer, call);
        }
    }

    static DriverException failure(int answer, String call) {
        String name = NAMES.getOrDefault(answer, "error");
        return new DriverException(reason(answer), "OpenCL's " + call + " answered " + name + " (" + answer + ")");
    }

    private static Reason reason(int answer) {
        return switch (answer) {
            case CL10.CL_MEM_OBJECT_ALLOCATION_FAILURE, CL10.CL_OUT_OF_RESOURCES, CL10.CL_OUT_OF_HOST_MEMORY ->
                Reason.OUT_OF_MEMORY;
            case CL10.CL_BUILD_PROGRAM_FAILURE, CL10.CL_COMPILER_NOT_AVAILABLE -> Reason.COMPILATION;
            case CL10.CL_DEVICE_NOT_FOUND, CL10.CL_DEVICE_NOT_AVAILABLE, PLATFORM_NOT_FOUND -> Reason.NO_DEVICE;
            default -> Reason.FAILED;
        };
    }
}
