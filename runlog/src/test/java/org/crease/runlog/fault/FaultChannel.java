package org.crease.runlog.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A channel that fails on demand: a failing write still writes half of its bytes. Without a channel below, a directory. */
final class FaultChannel extends FileChannel {
    private final Faults faults;
    private final String name;
    private final @Nullable FileChannel memory;

    FaultChannel(Faults faults, String name, @Nullable FileChannel memory) {
        this.faults = faults;
        this.name = name;
        this.memory = memory;
    }

    @Override
    public int write(ByteBuffer src) throws IOException {
        try {
            faults.operation("write", name);
        } catch (IOException e) {
            below().write(half(src));
            throw e;
        }
        return below().write(src);
    }

    @Override
    public int write(ByteBuffer src, long position) throws IOException {
        faults.operation("write", name);
        return below().write(src, position);
    }

    @Override
    public long write(ByteBuffer[] srcs, int offset, int length) throws IOException {
        faults.operation("write", name);
        return below().write(srcs, offset, length);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        faults.operation("force", name);
        if (memory != null) {
            memory.force(metaData);
        }
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        faults.operation("truncate", name);
        below().truncate(size);
        return this;
    }

    @Override
    public int read(ByteBuffer dst) throws IOException {
        return below().read(dst);
    }

    @Override
    public long read(ByteBuffer[] dsts, int offset, int length) throws IOException {
        return below().read(dsts, offset, length);
    }

    @Override
    public int read(ByteBuffer dst, long position) throws IOException {
        return below().read(dst, position);
    }

    @Override
    public long position() throws IOException {
        return below().position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        below().position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return below().size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return below().transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel src, long position, long count) throws IOException {
        return below().transferFrom(src, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return below().map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return below().lock(position, size, shared);
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return below().tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        if (memory != null) {
            memory.close();
        }
    }

    private FileChannel below() {
        return Objects.requireNonNull(memory, name);
    }

    private static ByteBuffer half(ByteBuffer bytes) {
        ByteBuffer half = bytes.duplicate();
        return half.limit(half.position() + half.remaining() / 2);
    }
}
