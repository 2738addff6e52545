package org.crease.runlog.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.crease.probes.Array;

/** The little-endian bytes of an array's elements, as they lie in an npy file. */
public final class ArrayBytes {
    private ArrayBytes() {}

    /** Adds the elements' bytes to a digest. */
    public static void update(MessageDigest digest, Array array) {
        try (OutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Elements.write(array, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot digest an array in memory", e);
        }
    }
}
