package org.crease.runlog.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.crease.probes.Array;
import org.crease.runlog.storage.AtomicFile;
import org.crease.runlog.storage.CorruptFileException;

/** NumPy's {@code .npy} files; element types as in {@link Npz}. */
public final class Npy {
    private Npy() {}

    /** Writes an array in row-major order, atomically and durably. */
    public static void write(Path file, Array array) {
        AtomicFile.write(file, out -> NpyStream.write(array, out));
    }

    /**
     * Reads an array.
     *
     * @throws CorruptFileException when the file is not one array of a known type and of the right length
     */
    public static Array read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                InputStream in = new BufferedInputStream(Channels.newInputStream(channel))) {
            return NpyStream.read(in, channel.size());
        } catch (NpyFormatException e) {
            throw new CorruptFileException(file, "offset " + e.offset(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        }
    }
}
