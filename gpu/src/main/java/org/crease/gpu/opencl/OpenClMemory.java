package org.crease.gpu.opencl;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.crease.gpu.driver.Memory;
import org.lwjgl.opencl.CL10;
import org.lwjgl.opencl.CL12;
import org.lwjgl.system.MemoryStack;

/** A buffer. */
final class OpenClMemory implements Memory {
    private final long queue;
    private final long buffer;
    private final long bytes;
    private final AtomicLong held;
    private boolean closed;

    /**
     * A buffer that is there.
     *
     * @param held bytes that the device holds, this buffer's among them until it is closed
     */
    OpenClMemory(long queue, long buffer, long bytes, AtomicLong held) {
        this.queue = queue;
        this.buffer = buffer;
        this.bytes = bytes;
        this.held = held;
    }

    long buffer() {
        return buffer;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void write(long offset, ByteBuffer from) {
        Answers.require(
                CL10.clEnqueueWriteBuffer(queue, buffer, true, offset, from, null, null), "clEnqueueWriteBuffer");
    }

    @Override
    public void read(long offset, ByteBuffer into) {
        Answers.require(CL10.clEnqueueReadBuffer(queue, buffer, true, offset, into, null, null), "clEnqueueReadBuffer");
    }

    @Override
    public void clear() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            Answers.require(
                    CL12.clEnqueueFillBuffer(queue, buffer, stack.calloc(1), 0, bytes, null, null),
                    "clEnqueueFillBuffer");
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            held.addAndGet(-bytes);
            Answers.require(CL10.clReleaseMemObject(buffer), "clReleaseMemObject");
        }
    }
}
