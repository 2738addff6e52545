package org.crease.gpu.driver;

import java.nio.ByteBuffer;

/** A piece of memory on a device. */
public interface Memory extends AutoCloseable {

    long bytes();

    /** Copies what remains of a direct buffer into it, from this byte on; returns when that is done. */
    void write(long offset, ByteBuffer from);

    /** Fills what remains of a direct buffer, from this byte on, once the work asked for before is done. */
    void read(long offset, ByteBuffer into);

    /** Sets all bytes to zero. */
    void clear();

    @Override
    void close();
}
