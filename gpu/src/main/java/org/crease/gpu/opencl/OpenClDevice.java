package org.crease.gpu.opencl;

import java.nio.IntBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.crease.gpu.driver.Device;
import org.crease.gpu.driver.DeviceInfo;
import org.crease.gpu.driver.DriverException;
import org.crease.gpu.driver.DriverException.Reason;
import org.crease.gpu.driver.KernelSource;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.driver.Program;
import org.lwjgl.PointerBuffer;
import org.lwjgl.opencl.CL10;
import org.lwjgl.system.MemoryStack;

/** A device with a context and one queue, which does things in order. */
final class OpenClDevice implements Device {
    private final DeviceInfo info;
    private final long device;
    private final long context;
    private final long queue;
    private final AtomicLong held = new AtomicLong();

    OpenClDevice(long platform, long device, DeviceInfo info) {
        this.info = info;
        this.device = device;
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer answer = stack.mallocInt(1);
            PointerBuffer properties = stack.pointers(CL10.CL_CONTEXT_PLATFORM, platform, 0);
            context = CL10.clCreateContext(properties, device, null, 0, answer);
            Answers.require(answer.get(0), "clCreateContext");
            queue = CL10.clCreateCommandQueue(context, device, 0, answer);
            if (answer.get(0) != CL10.CL_SUCCESS) {
                CL10.clReleaseContext(context);
                throw Answers.failure(answer.get(0), "clCreateCommandQueue");
            }
        }
    }

    @Override
    public DeviceInfo info() {
        return info;
    }

    /** OpenCL does not tell what others hold: what is there less what is allocated here. */
    @Override
    public long freeMemory() {
        return info.memory() - held.get();
    }

    @Override
    public Memory allocate(long bytes) {
        if (bytes > info.largestBlock() || bytes > freeMemory()) {
            throw new DriverException(
                    Reason.OUT_OF_MEMORY,
                    info + " was asked for " + bytes + " bytes; " + freeMemory() + " are free, at most "
                            + info.largestBlock() + " in one piece");
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            IntBuffer answer = stack.mallocInt(1);
            long buffer = CL10.clCreateBuffer(context, CL10.CL_MEM_READ_WRITE, bytes, answer);
            Answers.require(answer.get(0), "clCreateBuffer of " + bytes + " bytes");
            held.addAndGet(bytes);
            return new OpenClMemory(queue, buffer, bytes, held);
        }
    }

    @Override
    public Program compile(KernelSource source) {
        return OpenClProgram.of(context, device, queue, source);
    }

    @Override
    public void finish() {
        Answers.require(CL10.clFinish(queue), "clFinish");
    }

    @Override
    public void close() {
        CL10.clReleaseCommandQueue(queue);
        CL10.clReleaseContext(context);
    }
}
