package org.crease.runlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.crease.runlog.storage.AtomicFile;
import org.crease.runlog.storage.Directories;
import org.crease.runlog.storage.Printable;

/** Deletes files of our own making: known names, regular files, inside the run. Anything else stays. */
final class Pruning {
    private Pruning() {}

    /** Deletes a directory's npz files that are not in {@code named}, and then the directory if nothing is left in it. */
    static void deleteUnnamed(Path root, Path directory, Set<String> named) {
        boolean empty = true;
        for (Path file : Directories.list(directory)) {
            String relative =
                    root.relativize(file).toString().replace('\\', '/').toLowerCase(Locale.ROOT);
            boolean ours = relative.endsWith(".npz") || AtomicFile.isTemporary(file);
            if (ours && !named.contains(relative)) {
                delete(file);
            } else {
                empty = false;
            }
        }
        if (empty && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            remove(directory);
        }
    }

    /** Deletes a regular file; a link or a directory of that name is left alone. */
    static void delete(Path file) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            remove(file);
        }
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + Printable.of(path.toString()) + ": " + e, e);
        }
    }
}
