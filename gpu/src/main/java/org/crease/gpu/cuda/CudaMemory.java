package org.crease.gpu.cuda;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.crease.gpu.driver.Memory;

/** Linear memory of a context. */
final class CudaMemory implements Memory {
    private final CudaContext context;
    private final Consumer<CudaMemory> closed;
    private final long bytes;
    private final long address;
    private boolean open = true;

    CudaMemory(CudaContext context, long bytes, Consumer<CudaMemory> closed) {
        if (bytes < 1) {
            throw new IllegalArgumentException("memory of " + bytes + " bytes; at least 1 is needed");
        }
        this.context = context;
        this.closed = closed;
        this.bytes = bytes;
        this.address = context.library().allocate(bytes);
    }

    @Override
    public long bytes() {
        return bytes;
    }

    /** On the device. */
    long address() {
        if (!open) {
            throw new IllegalStateException("the memory is closed");
        }
        return address;
    }

    @Override
    public void write(long offset, ByteBuffer from) {
        context.library().write(at(offset, from), from);
    }

    @Override
    public void read(long offset, ByteBuffer into) {
        context.library().read(at(offset, into), into);
    }

    private long at(long offset, ByteBuffer buffer) {
        if (!buffer.isDirect()) {
            throw new IllegalArgumentException("the buffer is not direct");
        }
        Objects.checkFromIndexSize(offset, buffer.remaining(), bytes);
        return address() + offset;
    }

    @Override
    public void clear() {
        context.library().clear(address(), bytes);
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            closed.accept(this);
            context.library().free(address);
        }
    }
}
