package org.crease.runlog.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * Opens files that lie inside one directory and nothing else. A link that leads out, a link in the file's own place, a
 * FIFO or a directory is refused; the real path is looked at before and again after opening, so that swapping a
 * directory for a link in between is noticed.
 */
public final class Confined {
    private static final Pattern PLAIN = Pattern.compile("[^/\\\\:\\p{Cntrl}]+(/[^/\\\\:\\p{Cntrl}]+)*");

    private Confined() {}

    /**
     * The path of a file named in another file of the same directory.
     *
     * @param index the file that names it, for the error
     * @throws CorruptFileException when the name is absolute, has a {@code ..} or could mean something else elsewhere
     */
    public static Path resolve(Path root, String relative, Path index) {
        boolean plain = PLAIN.matcher(relative).matches();
        for (String part : relative.split("/", -1)) {
            plain &= !part.equals(".") && !part.equals("..");
        }
        if (!plain) {
            throw new CorruptFileException(
                    index, "", "path '" + Printable.excerpt(relative) + "' does not lead to a file inside the run");
        }
        return root.resolve(relative);
    }

    /**
     * Opens a file for reading.
     *
     * @throws NoSuchFileException when there is none
     * @throws CorruptFileException when it is not a regular file that really lies in {@code root}
     */
    public static FileChannel open(Path root, Path file) throws IOException {
        check(root, file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try {
            check(root, file);
            return channel;
        } catch (IOException | RuntimeException e) {
            try (channel) {
                throw e;
            }
        }
    }

    /** Reads a whole file of at most {@code limit} bytes. */
    public static byte[] read(Path root, Path file, int limit) {
        try (FileChannel channel = open(root, file)) {
            if (channel.size() > limit) {
                throw new CorruptFileException(
                        file, "", "is " + channel.size() + " bytes long, at most " + limit + " are expected");
            }
            return Channels.newInputStream(channel).readNBytes(limit);
        } catch (NoSuchFileException e) {
            throw new CorruptFileException(file, "", "is missing", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + Printable.of(file.toString()) + ": " + e, e);
        }
    }

    private static void check(Path root, Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            throw new CorruptFileException(file, "", "is a symbolic link, a regular file is expected");
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new CorruptFileException(file, "", "is not a regular file");
        }
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw new CorruptFileException(file, "", "leads out of the run through a symbolic link");
        }
    }
}
