package org.crease.inspector.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.storage.Directories;

/**
 * The runs in a directory. Each directory with a manifest is one; a directory that is a run itself is its only one.
 * Runs stay open once asked for, and are dropped when their directory is gone.
 */
public final class Catalogue {
    private static final String MANIFEST = "manifest.json";

    private final Path directory;
    private final Map<String, RecordedRun> open = new ConcurrentHashMap<>();

    /**
     * The runs of a directory.
     *
     * @throws IllegalArgumentException when there is no such directory
     */
    public Catalogue(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + " is no directory; one that holds runs is expected");
        }
        try {
            this.directory = directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot enter " + directory + ": " + e, e);
        }
    }

    /** Names of the runs, sorted. */
    public List<String> names() {
        if (isRun(directory)) {
            return List.of(directory.getFileName().toString());
        }
        List<String> names = new ArrayList<>();
        for (Path entry : Directories.list(directory)) {
            if (isRun(entry)) {
                names.add(entry.getFileName().toString());
            }
        }
        return names;
    }

    /**
     * A run by name.
     *
     * @throws RefusedException when there is none of that name
     */
    public RecordedRun run(String name) {
        Path path = path(name);
        if (!isRun(path)) {
            open.remove(name);
            throw RefusedException.missing("there is no run of that name");
        }
        return open.computeIfAbsent(name, key -> new RecordedRun(key, path));
    }

    private Path path(String name) {
        if (isRun(directory) && directory.endsWith(name)) {
            return directory;
        }
        if (name.isEmpty() || name.equals(".") || name.equals("..") || !name.matches("[^/\\\\\\p{Cntrl}]+")) {
            throw RefusedException.missing("there is no run of that name");
        }
        return directory.resolve(name);
    }

    private static boolean isRun(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(path.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS);
    }
}
