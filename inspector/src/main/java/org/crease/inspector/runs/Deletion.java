package org.crease.inspector.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.NotARunException;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.RunLock;
import org.crease.runlog.RunLockedException;
import org.crease.runlog.storage.Directories;
import org.crease.runlog.storage.FormatException;

/**
 * Deletes a whole run, if it is one of ours: a real directory right below the folder, with a manifest that reads, in which
 * nobody writes. It is first renamed, so that no half-deleted run is ever seen, and looked at again under its new name; then
 * it is emptied through open directories, so that whoever puts a link in its place meanwhile leads nowhere. Links
 * in it are removed and never followed.
 */
final class Deletion {
    private static final String TRASH = ".deleted-";

    private Deletion() {}

    static void delete(Path folder, Path run) {
        if (!folder.equals(run.getParent()) || !Files.isDirectory(run, LinkOption.NOFOLLOW_LINKS)) {
            throw RefusedException.conflict("it is no run of this folder's own; nothing was deleted");
        }
        try (RunLock lock = lock(run)) {
            Path trash = setAside(folder, run);
            try (DirectoryStream<Path> content = Files.newDirectoryStream(trash)) {
                empty(content);
            }
            Files.delete(trash);
            Directories.sync(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + run + ": " + e, e);
        }
    }

    /** Nobody else writes in it from here on. */
    private static RunLock lock(Path run) {
        try (RunDirectory ours = RunDirectory.open(run)) {
            if (!ours.path().equals(run)) {
                throw RefusedException.conflict("it is no run of this folder's own; nothing was deleted");
            }
            return ours.lock();
        } catch (RunLockedException held) {
            throw RefusedException.conflict("the run is being written; stop it first");
        } catch (FormatException | NotARunException notOurs) {
            throw RefusedException.conflict("its manifest cannot be read, so it may not be ours; nothing was deleted");
        }
    }

    private static Path setAside(Path folder, Path run) throws IOException {
        Object before = key(run);
        Path trash = folder.resolve(TRASH + run.getFileName() + "-" + Long.toHexString(System.nanoTime()));
        Files.move(run, trash, StandardCopyOption.ATOMIC_MOVE);
        if (!Objects.equals(before, key(trash))) {
            Files.move(trash, run, StandardCopyOption.ATOMIC_MOVE);
            throw RefusedException.conflict("the run was replaced meanwhile; nothing was deleted");
        }
        return trash;
    }

    private static Object key(Path directory) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isDirectory()) {
            throw RefusedException.conflict("it is no directory; nothing was deleted");
        }
        return Objects.toString(attributes.fileKey());
    }

    private static void empty(DirectoryStream<Path> content) throws IOException {
        if (content instanceof SecureDirectoryStream<Path> secure) {
            emptySecurely(secure);
            return;
        }
        for (Path entry : content) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> below = Files.newDirectoryStream(entry)) {
                    empty(below);
                }
            }
            Files.delete(entry);
        }
    }

    /** Names are looked up in the open directory and never by path. */
    private static void emptySecurely(SecureDirectoryStream<Path> content) throws IOException {
        for (Path entry : content) {
            Path name = entry.getFileName();
            BasicFileAttributes attributes = content.getFileAttributeView(
                            name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes();
            if (attributes.isDirectory()) {
                try (SecureDirectoryStream<Path> below = content.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                    emptySecurely(below);
                }
                content.deleteDirectory(name);
            } else {
                content.deleteFile(name);
            }
        }
    }
}
