package org.crease.runlog.npy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.runlog.storage.AtomicFile;
import org.crease.runlog.storage.Confined;
import org.crease.runlog.storage.CorruptFileException;

/**
 * NumPy's {@code .npz} files. Reads what {@code np.savez} and {@code np.savez_compressed} write, for element types
 * {@code <f4 <f8 <i4 <i8 |i1 |u1 |b1}; Fortran order becomes row-major, unsigned bytes become {@code int[]}.
 */
public final class Npz {
    private Npz() {}

    /** Writes arrays by name, uncompressed, atomically and durably; equal arrays give equal bytes. */
    public static void write(Path file, Map<String, Array> arrays) {
        AtomicFile.write(file, out -> ArrayZip.write(new ArrayZip.Content(Map.of(), arrays), out));
    }

    /**
     * Reads a file of the user's, following links.
     *
     * @throws CorruptFileException when it is not such a file, naming the offset
     */
    public static Map<String, Array> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return ArrayZip.read(channel, file, List.of(), true).arrays();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        }
    }

    /** Reads a file that must really lie in {@code root}, and must be there. */
    public static Map<String, Array> read(Path root, Path file) {
        try (FileChannel channel = Confined.open(root, file)) {
            return ArrayZip.read(channel, file, List.of(), true).arrays();
        } catch (NoSuchFileException e) {
            throw new CorruptFileException(file, "", "is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        }
    }
}
