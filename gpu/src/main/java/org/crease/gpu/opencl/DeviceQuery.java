package org.crease.gpu.opencl;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.crease.gpu.driver.DeviceInfo;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryStack;

/** Asks OpenCL what a device is. */
record DeviceQuery(long platform, long device) {

    DeviceInfo.Kind kind() {
        long type = number(CL10.CL_DEVICE_TYPE);
        if ((type & CL10.CL_DEVICE_TYPE_GPU) != 0) {
            return DeviceInfo.Kind.GPU;
        }
        return (type & CL10.CL_DEVICE_TYPE_CPU) != 0 ? DeviceInfo.Kind.CPU : DeviceInfo.Kind.OTHER;
    }

    String name() {
        return text(CL10.CL_DEVICE_NAME);
    }

    String version() {
        return text(CL10.CL_DEVICE_VERSION);
    }

    DeviceInfo info(int index) {
        return new DeviceInfo(
                "OpenCL",
                index,
                name(),
                kind(),
                version() + ", driver " + text(CL10.CL_DRIVER_VERSION),
                number(CL10.CL_DEVICE_GLOBAL_MEM_SIZE),
                number(CL10.CL_DEVICE_MAX_MEM_ALLOC_SIZE),
                (int) number(CL10.CL_DEVICE_MAX_COMPUTE_UNITS),
                text(CL10.CL_DEVICE_EXTENSIONS).contains("cl_khr_fp64"));
    }

    static String platformName(long platform) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer size = stack.mallocPointer(1);
            Answers.require(
                    CL10.clGetPlatformInfo(platform, CL10.CL_PLATFORM_NAME, (ByteBuffer) null, size),
                    "clGetPlatformInfo");
            ByteBuffer text = stack.malloc((int) size.get(0));
            Answers.require(CL10.clGetPlatformInfo(platform, CL10.CL_PLATFORM_NAME, text, null), "clGetPlatformInfo");
            return decoded(text);
        }
    }

    /** A number of up to 64 bits; the rest stays zero on little-endian machines, which are all that OpenCL runs on here. */
    private long number(int question) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            ByteBuffer answer = stack.calloc(Long.BYTES);
            Answers.require(CL10.clGetDeviceInfo(device, question, answer, null), "clGetDeviceInfo");
            return answer.getLong(0);
        }
    }

    private String text(int question) {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer size = stack.mallocPointer(1);
            Answers.require(CL10.clGetDeviceInfo(device, question, (ByteBuffer) null, size), "clGetDeviceInfo");
            ByteBuffer text = stack.malloc((int) size.get(0));
            Answers.require(CL10.clGetDeviceInfo(device, question, text, null), "clGetDeviceInfo");
            return decoded(text);
        }
    }

    private static String decoded(ByteBuffer text) {
        return StandardCharsets.UTF_8.decode(text).toString().replace("\0", "").strip();
    }
}
