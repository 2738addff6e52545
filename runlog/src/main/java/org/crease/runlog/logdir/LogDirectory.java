package org.crease.runlog.logdir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;

/**
 * A directory that holds TensorBoard event files at any depth. As in TensorBoard, each directory with files whose name
 * contains {@code tfevents} is a run. Symbolic links below the log directory are not followed. Nothing is held open.
 */
public final class LogDirectory {
    private static final int DEEPEST = 32;
    private static final int MOST_PROBLEMS = 100;

    private final Path root;

    /**
     * What was found.
     *
     * @param runs sorted by name
     * @param problems directories that could not be read, in words; the first hundred
     */
    public record Listing(List<LoggedRun> runs, List<String> problems) {}

    private LogDirectory(Path root) {
        this.root = root;
    }

    /**
     * A log directory.
     *
     * @throws NoSuchFileException when there is none
     * @throws NotDirectoryException when it is something else
     */
    public static LogDirectory of(Path root) throws IOException {
        Path real = root.toRealPath();
        if (!Files.isDirectory(real)) {
            throw new NotDirectoryException(root.toString());
        }
        return new LogDirectory(real);
    }

    /** The directory, absolute and without links. */
    public Path path() {
        return root;
    }

    /** Finds the runs; looks at names, sizes and times alone, so it costs what walking over the directory costs. */
    public Listing list() {
        Walk walk = new Walk(root);
        try {
            Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, walk);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + Printable.of(root.toString()) + ": " + e, e);
        }
        List<LoggedRun> runs = new ArrayList<>(walk.runs.values());
        runs.sort(Comparator.comparing(LoggedRun::name));
        return new Listing(List.copyOf(runs), List.copyOf(walk.problems));
    }

    /** As {@link #open(String, Limits)}, within {@link Limits#STANDARD}. */
    public EventAccumulator open(String run) throws NoSuchFileException {
        return open(run, Limits.STANDARD);
    }

    /**
     * Opens a run; nothing is read before {@link EventAccumulator#refresh}.
     *
     * @param run its name as listed
     * @throws NoSuchFileException when no directory of this name lies in the log directory
     */
    public EventAccumulator open(String run, Limits limits) throws NoSuchFileException {
        return new EventAccumulator(directory(run), limits);
    }

    /** Goes down name by name, so that no name leads out: not {@code ..}, nor an absolute one, nor a link. */
    private Path directory(String run) throws NoSuchFileException {
        if (run.equals(".")) {
            return root;
        }
        Path at = root;
        for (String part : run.split("/", -1)) {
            boolean plain = !part.isEmpty() && !part.equals(".") && !part.equals("..") && part.indexOf('\0') < 0;
            Path next = plain ? at.resolve(part) : at;
            boolean below = plain && at.equals(next.getParent());
            if (!below || !Files.isDirectory(next, LinkOption.NOFOLLOW_LINKS)) {
                throw new NoSuchFileException(Printable.excerpt(run), null, "is no run of this log directory");
            }
            at = next;
        }
        return at;
    }

    /** Sums up the event files of each directory. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<Path, LoggedRun> runs = new HashMap<>();
        private final List<String> problems = new ArrayList<>();

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Path directory = file.getParent();
            if (directory != null && attributes.isRegularFile() && EventFiles.named(file)) {
                LoggedRun one = new LoggedRun(
                        name(directory),
                        directory,
                        1,
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant());
                runs.merge(directory, one, Walk::sum);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            gone(file, e);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
            if (e != null) {
                gone(directory, e);
            }
            return FileVisitResult.CONTINUE;
        }

        /** What was deleted meanwhile is no problem. */
        private void gone(Path file, IOException e) {
            if (!(e instanceof NoSuchFileException) && problems.size() < MOST_PROBLEMS) {
                problems.add(Printable.of("cannot read " + file + ": " + e));
            }
        }

        private String name(Path directory) {
            List<String> parts = new ArrayList<>();
            root.relativize(directory).forEach(part -> parts.add(part.toString()));
            String name = String.join("/", parts);
            return name.isEmpty() ? "." : name;
        }

        private static LoggedRun sum(LoggedRun a, LoggedRun b) {
            return new LoggedRun(
                    a.name(),
                    a.path(),
                    a.files() + b.files(),
                    a.bytes() + b.bytes(),
                    a.modified().isAfter(b.modified()) ? a.modified() : b.modified());
        }
    }
}
