package org.crease.inspector.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.logdir.EventAccumulator;
import org.crease.runlog.logdir.LogDirectory;
import org.crease.runlog.logdir.LoggedRun;

/**
 * The TensorBoard logs at and below a directory, but for those of runs of our own, which the page shows by what else they
 * hold. The few that were looked at last are kept in memory and read on as they grow. Thread-safe.
 */
public final class ForeignLogs {
    private static final int MOST_OPEN = 8;
    private static final String MANIFEST = "manifest.json";

    private final Path directory;
    private final Map<String, EventAccumulator> open = new LinkedHashMap<>();

    /** The logs of a directory, which may be made later. */
    public ForeignLogs(Path directory) {
        this.directory = directory;
    }

    /** What is there now, sorted by name. Costs a walk over the directory. */
    public List<LoggedRun> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try {
            LogDirectory logs = LogDirectory.of(directory);
            return logs.list().runs().stream()
                    .filter(log -> isForeign(logs.path(), log.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for logs: " + e, e);
        }
    }

    /**
     * A log, as far as it has been written.
     *
     * @throws RefusedException when there is none of that name
     */
    public synchronized EventAccumulator log(String name) {
        EventAccumulator log = open.remove(name);
        if (log == null) {
            log = begin(name);
        }
        open.put(name, log);
        open.keySet().stream()
                .limit(Math.max(0, open.size() - MOST_OPEN))
                .toList()
                .forEach(open::remove);
        log.refresh();
        return log;
    }

    private EventAccumulator begin(String name) {
        if (list().stream().noneMatch(log -> log.name().equals(name))) {
            throw RefusedException.missing("there is no log of that name");
        }
        try {
            return LogDirectory.of(directory).open(name);
        } catch (NoSuchFileException gone) {
            throw RefusedException.missing("there is no log of that name");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a log: " + e, e);
        }
    }

    /** Whether no directory from the log up to the root is a run of ours. */
    private static boolean isForeign(Path root, Path log) {
        for (Path at = log; at != null && at.startsWith(root); at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(MANIFEST), LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
        }
        return true;
    }
}
