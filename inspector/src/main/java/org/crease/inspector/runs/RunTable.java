package org.crease.inspector.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.Manifest;
import org.crease.runlog.NotARunException;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.storage.FormatException;
import org.jspecify.annotations.Nullable;

/**
 * The table of all runs, brought up to date when it is asked for and half a second has passed. A manifest is read when its
 * file has changed; a run under way is looked at each time. Each change of a row has a number, so that one who has seen
 * the table before is told the difference alone. Thread-safe.
 */
final class RunTable {
    private static final long REST_NANOS = 500_000_000;
    private static final int MOST_GONE = 10_000;

    private final Shelf shelf;
    private final @Nullable Marks marks;
    private final Function<String, RecordedRun> runs;
    private final Map<String, Known> known = new TreeMap<>();
    private final Map<String, Long> gone = new LinkedHashMap<>();
    private final long born;
    private long version;
    private long looked = System.nanoTime() - REST_NANOS;

    /** What a row was made of. */
    private record Known(List<Object> stamp, boolean held, Row row) {}

    RunTable(Shelf shelf, @Nullable Marks marks, Function<String, RecordedRun> runs, long version) {
        this.shelf = shelf;
        this.marks = marks;
        this.runs = runs;
        this.born = version;
        this.version = version;
    }

    /** What has changed since a version; all when that is not one of this table's. */
    synchronized Table since(long since) {
        refresh(false);
        boolean whole = since < born || since > version || gone.size() >= MOST_GONE;
        List<Row> rows = new ArrayList<>();
        known.values().forEach(each -> {
            if (whole || each.row().version() > since) {
                rows.add(each.row());
            }
        });
        List<String> left = new ArrayList<>();
        gone.forEach((name, when) -> {
            if (!whole && when > since) {
                left.add(name);
            }
        });
        return new Table(version, whole, rows, left, problems());
    }

    synchronized long version() {
        refresh(false);
        return version;
    }

    /** Notes something of a run. */
    synchronized void mark(String name, Function<Mark, Mark> change) {
        if (marks == null) {
            throw RefusedException.conflict("tags belong to a folder of runs; open the folder that this run is in");
        }
        if (!known.containsKey(name)) {
            refresh(true);
        }
        if (!known.containsKey(name)) {
            throw RefusedException.missing("there is no run of that name");
        }
        marks.refresh();
        marks.put(name, change.apply(marks.of(name)));
        refresh(true);
    }

    /** Looks again at once, the next time. */
    synchronized void lookAgain() {
        refresh(true);
    }

    private List<String> problems() {
        String problem = marks == null ? null : marks.problem();
        return problem == null ? List.of() : List.of(problem);
    }

    private void refresh(boolean now) {
        if (!now && System.nanoTime() - looked < REST_NANOS) {
            return;
        }
        if (marks != null) {
            marks.refresh();
        }
        List<String> names = shelf.names();
        List<Optional<Known>> found =
                names.parallelStream().map(name -> look(name, known.get(name))).toList();
        Map<String, Known> present = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            found.get(i).ifPresent(each -> present.put(name, each));
        }
        take(present);
        looked = System.nanoTime();
    }

    private void take(Map<String, Known> present) {
        List<String> left = new ArrayList<>(known.keySet());
        left.removeAll(present.keySet());
        for (String name : left) {
            known.remove(name);
            gone.put(name, ++version);
        }
        present.forEach((name, now) -> {
            Known before = known.get(name);
            Row row = now.row().with(marks == null ? Mark.NONE : marks.of(name), version + 1);
            if (before != null && row.with(row.marks(), before.row().version()).equals(before.row())) {
                known.put(name, new Known(now.stamp(), now.held(), before.row()));
            } else {
                version++;
                gone.remove(name);
                known.put(name, new Known(now.stamp(), now.held(), row));
            }
        });
    }

    private Optional<Known> look(String name, @Nullable Known before) {
        Path path = shelf.path(name).orElse(null);
        List<Object> stamp = path == null ? null : stamp(path);
        if (path == null || stamp == null) {
            return Optional.empty();
        }
        if (before != null && !before.held() && before.stamp().equals(stamp)) {
            return Optional.of(before);
        }
        return Optional.of(read(name, path, stamp));
    }

    /** Changes whenever the manifest or the lock does; null when the run has just gone. */
    private static @Nullable List<Object> stamp(Path run) {
        try {
            BasicFileAttributes manifest = attributes(run.resolve(Catalogue.MANIFEST));
            return List.of(
                    manifest.lastModifiedTime(),
                    manifest.size(),
                    Objects.toString(manifest.fileKey()),
                    lockTime(run.resolve("lock")));
        } catch (IOException goneMeanwhile) {
            return null;
        }
    }

    private static Object lockTime(Path lock) {
        try {
            return attributes(lock).lastModifiedTime();
        } catch (IOException none) {
            return "";
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private Known read(String name, Path path, List<Object> stamp) {
        try (RunDirectory run = RunDirectory.open(path)) {
            Manifest manifest = run.manifest();
            boolean held = manifest.status() == Manifest.Status.RUNNING && run.holder() != null;
            ConfigWords words = words(run);
            Map<String, Double> metrics = new LinkedHashMap<>(manifest.metrics());
            long step = manifest.step();
            if (held) {
                RecordedRun recorded = runs.apply(name);
                metrics.putAll(recorded.lastMetrics());
                step = Math.max(step, recorded.lastStep());
            }
            String status = RunStatus.of(manifest, held);
            Row row = new Row(name, status, manifest, words.task(), words.network(), step, metrics, Mark.NONE, null, 0);
            return new Known(stamp, held, row);
        } catch (FormatException | NotARunException | RefusedException | UncheckedIOException unreadable) {
            String problem = String.valueOf(unreadable.getMessage());
            return new Known(
                    stamp,
                    false,
                    new Row(name, RunStatus.UNREADABLE, null, "", "", 0, Map.of(), Mark.NONE, problem, 0));
        }
    }

    private static ConfigWords words(RunDirectory run) {
        try {
            return ConfigWords.of(run.config());
        } catch (FormatException | UncheckedIOException none) {
            return new ConfigWords("", "");
        }
    }
}
