package org.crease.trainer.data.library;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.crease.runlog.storage.Digests;
import org.crease.trainer.data.source.DataException;

/**
 * Brings a data set into a folder: downloads what is missing from the mirrors in turn, checks it, and only then gives it its
 * name. A file of that name is therefore always whole and right, wherever a process dies.
 */
final class Fetcher {
    private static final String PART = ".part";

    /** gzip never makes a file larger than this beyond its content. */
    private static final long SLACK = 1 << 16;

    private final DatasetInfo set;
    private final Path folder;
    private final Downloader downloader;
    private final Progress progress;

    Fetcher(DatasetInfo set, Path folder, Downloader downloader, Progress progress) {
        this.set = set;
        this.folder = folder;
        this.downloader = downloader;
        this.progress = progress;
    }

    /** Checks a file that was downloaded. */
    private interface Check {
        void check(Path part) throws IOException;
    }

    /**
     * Downloads the whole set.
     *
     * @throws DataException in one line, with why it failed and which file to put where
     */
    void fetch() {
        DatasetInfo.Archive archive = set.archive();
        if (archive != null) {
            Path packed = folder.resolve(archive.name());
            fetch(archive.name(), archive.bytes(), part -> checkArchive(part, archive));
            unpack(packed);
            delete(packed);
            return;
        }
        for (DatasetFile file : set.files()) {
            if (!Files.exists(folder.resolve(file.name()))) {
                fetch(file.name(), file.bytes() + SLACK, part -> Unpacked.read(part, file));
            }
        }
    }

    /** Takes the set's files out of an archive on disk, each checked before it gets its name. */
    void unpack(Path packed) {
        DatasetInfo.Archive archive = set.archive();
        if (archive == null) {
            throw new IllegalStateException(set.name() + " has no archive");
        }
        Map<String, DatasetFile> members = new HashMap<>();
        set.files().forEach(file -> members.put(archive.folder() + "/" + file.name(), file));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(packed))) {
            Files.createDirectories(folder);
            checkArchive(packed, archive);
            Tar.read(new GZIPInputStream(in), packed.toString(), members, this::place);
        } catch (IOException e) {
            throw new DataException(packed + ": cannot be unpacked into " + folder + ": " + reason(e), e);
        }
    }

    private void place(DatasetFile file, byte[] content) throws IOException {
        Path part = folder.resolve(file.name() + PART);
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Unpacked.read(part, file);
        Files.move(part, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void checkArchive(Path path, DatasetInfo.Archive archive) throws IOException {
        String actual = Digests.sha256(path);
        if (!actual.equals(archive.sha256())) {
            throw new DataException(
                    "%s: SHA-256 is %s, expected %s: not the published file".formatted(path, actual, archive.sha256()));
        }
    }

    private void fetch(String name, long most, Check check) {
        List<String> failures = new ArrayList<>();
        for (URI mirror : set.mirrors()) {
            try {
                fetch(mirror.resolve(name), name, most, check);
                return;
            } catch (IOException | DataException e) {
                failures.add("from " + mirror.getHost() + ": " + reason(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DataException(set.name() + ": the download of " + name + " was interrupted", e);
            }
        }
        String tried =
                set.mirrors().isEmpty() ? "has no mirror to be downloaded from" : name + " could not be downloaded";
        String why = failures.isEmpty() ? "" : " (" + String.join("; ", failures) + ")";
        throw new DataException("%s is not here, and %s%s; put %s into %s"
                .formatted(set.name(), tried, why, String.join(", ", wanted()), folder));
    }

    private void fetch(URI address, String name, long most, Check check) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path part = folder.resolve(name + PART);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock(channel, part);
            boolean resumed = channel.size() > 0;
            downloader.download(address, channel, most, name, progress);
            if (resumed && !passes(part, check)) {
                channel.truncate(0);
                downloader.download(address, channel, most, name, progress);
            }
            channel.force(true);
            checkOrDelete(part, check);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Locks a file until its channel is closed. */
    private static void lock(FileChannel channel, Path part) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new IOException(part + " is being downloaded already", e);
        }
        if (lock == null) {
            throw new IOException(part + " is being downloaded by another process");
        }
    }

    private static boolean passes(Path part, Check check) throws IOException {
        try {
            check.check(part);
            return true;
        } catch (DataException e) {
            return false;
        }
    }

    private static void checkOrDelete(Path part, Check check) throws IOException {
        try {
            check.check(part);
        } catch (DataException e) {
            Files.delete(part);
            throw e;
        }
    }

    private static void delete(Path packed) {
        try {
            Files.delete(packed);
        } catch (IOException e) {
            throw new DataException(packed + ": cannot be deleted: " + reason(e), e);
        }
    }

    private List<String> wanted() {
        DatasetInfo.Archive archive = set.archive();
        return archive != null
                ? List.of(archive.name())
                : set.files().stream().map(DatasetFile::name).toList();
    }

    private static String reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "host not found, is there a network?";
            }
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
