package org.crease.inspector.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.crease.inspector.web.RefusedException;

/** Runs to look at. They stay open once asked for, and are dropped when their directory is gone. */
public final class Catalogue {
    private static final String MANIFEST = "manifest.json";

    private final Shelf shelf;
    private final Map<String, RecordedRun> open = new ConcurrentHashMap<>();

    private Catalogue(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * The runs in a directory, those that come later too. Each directory with a manifest is one; a directory that is a run
     * itself is its only one.
     *
     * @throws IllegalArgumentException when there is no such directory
     */
    public static Catalogue in(Path directory) {
        Path real = real(directory);
        return new Catalogue(isRun(real) ? new ChosenShelf(List.of(real)) : new FolderShelf(real));
    }

    /**
     * These runs, in this order.
     *
     * @throws IllegalArgumentException when one of them is no directory
     */
    public static Catalogue of(List<Path> runs) {
        return new Catalogue(new ChosenShelf(runs.stream().map(Catalogue::real).toList()));
    }

    /** Names of the runs. */
    public List<String> names() {
        return shelf.names();
    }

    /**
     * A run by name.
     *
     * @throws RefusedException when there is none of that name
     */
    public RecordedRun run(String name) {
        Optional<Path> path = shelf.path(name).filter(Catalogue::isRun);
        if (path.isEmpty()) {
            open.remove(name);
            throw RefusedException.missing("there is no run of that name");
        }
        return open.computeIfAbsent(name, key -> new RecordedRun(key, path.get()));
    }

    static boolean isRun(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(path.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS);
    }

    private static Path real(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + " is no directory; one that holds runs is expected");
        }
        try {
            return directory.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot enter " + directory + ": " + e, e);
        }
    }
}
