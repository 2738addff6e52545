package org.crease.inspector.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.crease.inspector.web.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs to look at. They stay open once asked for, and are dropped when their directory is gone or, the longest unused first,
 * when what is kept of them takes more than a quarter of Java's memory.
 */
public final class Catalogue {
    static final String MANIFEST = "manifest.json";

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final int START = 16;
    private static final float LOAD = 0.75f;

    private final Shelf shelf;
    private final RunTable table;
    private final long born;
    private final long mostBytes = Runtime.getRuntime().maxMemory() / 4;
    private final Map<String, RecordedRun> open = new LinkedHashMap<>(START, LOAD, true);

    private Catalogue(Shelf shelf, @Nullable Marks marks, long born) {
        this.shelf = shelf;
        this.born = born;
        this.table = new RunTable(shelf, marks, this::run, born);
    }

    /**
     * The runs in a directory, those that come later too. Each directory with a manifest is one; a directory that is a run
     * itself is its only one.
     *
     * @throws IllegalArgumentException when there is no such directory
     */
    public static Catalogue in(Path directory) {
        return in(real(directory), 1);
    }

    /**
     * As {@link #in}, to be asked again and again for what has changed, across restarts of this process. The directory may
     * be made later.
     *
     * @throws IllegalArgumentException when there is something else than a directory
     */
    public static Catalogue live(Path directory, InstantSource clock) {
        boolean missing = !Files.exists(directory, LinkOption.NOFOLLOW_LINKS);
        return in(missing ? directory.toAbsolutePath().normalize() : real(directory), clock.millis() << 10);
    }

    /**
     * These runs, in this order.
     *
     * @throws IllegalArgumentException when one of them is no directory
     */
    public static Catalogue of(List<Path> runs) {
        return new Catalogue(new ChosenShelf(runs.stream().map(Catalogue::real).toList()), null, 1);
    }

    private static Catalogue in(Path real, long born) {
        return isRun(real)
                ? new Catalogue(new ChosenShelf(List.of(real)), null, born)
                : new Catalogue(new FolderShelf(real), new Marks(real), born);
    }

    /**
     * Reads what will be asked for first, on a thread of its own: the table, of which whoever asks meanwhile is told what is
     * known by then, and the run that was written last.
     */
    public void readAhead() {
        table.beginFilling();
        Thread reader = new Thread(this::readAll, "read ahead");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try {
            table.fill();
            table.newest().ifPresent(name -> run(name).version());
        } catch (RuntimeException gone) {
            LOG.debug("cannot read ahead", gone);
        }
    }

    /** Names of the runs. */
    public List<String> names() {
        return shelf.names();
    }

    /**
     * The table of all runs.
     *
     * @param since the version that the asker has seen; 0 for none
     */
    public Table table(long since) {
        return table.since(since);
    }

    /** The version of the table. */
    public long version() {
        return table.version();
    }

    /**
     * Notes something of a run, durably.
     *
     * @throws RefusedException when there is no such run, or it takes no such note
     */
    public void mark(String name, UnaryOperator<Mark> change) {
        table.mark(name, change);
    }

    /**
     * Deletes a run with all its files.
     *
     * @throws RefusedException when it is not wholly ours, or somebody writes in it
     */
    public void delete(String name) {
        if (!(shelf instanceof FolderShelf folder)) {
            throw RefusedException.conflict("a run is deleted from the folder of runs that it is in; open that");
        }
        Path run = path(name);
        synchronized (open) {
            open.remove(name);
        }
        Deletion.delete(folder.folder(), run);
        table.forget(name);
    }

    /**
     * A run by name.
     *
     * @throws RefusedException when there is none of that name
     */
    public RecordedRun run(String name) {
        synchronized (open) {
            Path path = path(name);
            RecordedRun run = open.get(name);
            if (run == null) {
                run = new RecordedRun(name, path, born);
                makeRoom();
                open.put(name, run);
            }
            return run;
        }
    }

    private Path path(String name) {
        Optional<Path> path = shelf.path(name).filter(Catalogue::isRun);
        if (path.isEmpty()) {
            synchronized (open) {
                open.remove(name);
            }
            throw RefusedException.missing("there is no run of that name");
        }
        return path.get();
    }

    private void makeRoom() {
        long bytes = open.values().stream().mapToLong(RecordedRun::bytes).sum();
        Iterator<RecordedRun> oldest = open.values().iterator();
        while (bytes > mostBytes && oldest.hasNext()) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
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
