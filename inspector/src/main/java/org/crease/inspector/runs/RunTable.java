package org.crease.inspector.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.crease.inspector.web.RefusedException;
import org.crease.runlog.Manifest;
import org.crease.runlog.NotARunException;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.RunLock;
import org.crease.runlog.storage.Confined;
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
    private static final int SOME = 200;
    private static final long PATIENCE_MILLIS = 300;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final int LONGEST_CONFIG = 1 << 20;

    private final Shelf shelf;
    private final @Nullable Marks marks;
    private final Function<String, RecordedRun> runs;
    private final Map<String, Known> known = new ConcurrentSkipListMap<>();
    private final Map<String, Long> gone = new LinkedHashMap<>();
    private final long born;
    private long version;
    private long looked = System.nanoTime() - REST_NANOS;
    private boolean filling;

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
        return new Table(version, whole, !filling, rows, left, problems());
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

    /** A run has been deleted; what was noted of it goes too. */
    synchronized void forget(String name) {
        if (marks != null) {
            marks.refresh();
            if (!marks.of(name).equals(Mark.NONE)) {
                marks.put(name, Mark.NONE);
            }
        }
        refresh(true);
    }

    private List<String> problems() {
        String problem = marks == null ? null : marks.problem();
        return problem == null ? List.of() : List.of(problem);
    }

    /** From here on whoever asks is told of what {@link #fill} has seen so far. */
    synchronized void beginFilling() {
        filling = true;
    }

    /** Looks at all runs for the first time, some at a time, so that nobody who asks meanwhile has to wait for all. */
    void fill() {
        List<String> names = shelf.names();
        try {
            for (int from = 0; from < names.size(); from += SOME) {
                put(look(names.subList(from, Math.min(names.size(), from + SOME))));
            }
        } finally {
            synchronized (this) {
                filling = false;
                notifyAll();
            }
        }
    }

    /** Few runs are seen sooner than one who asks gets impatient. */
    private void awaitFilling() {
        long start = System.nanoTime();
        long waited = 0;
        while (filling && waited < PATIENCE_MILLIS) {
            try {
                wait(PATIENCE_MILLIS - waited);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            waited = (System.nanoTime() - start) / NANOS_A_MILLI;
        }
    }

    /** The run that was written last; empty when none can be read. */
    synchronized Optional<String> newest() {
        Row newest = null;
        Instant time = Instant.MIN;
        for (Known each : known.values()) {
            Manifest manifest = each.row().manifest();
            if (manifest != null && manifest.updated().isAfter(time)) {
                newest = each.row();
                time = manifest.updated();
            }
        }
        return newest == null ? Optional.empty() : Optional.of(newest.name());
    }

    private void refresh(boolean now) {
        awaitFilling();
        if (filling || (!now && System.nanoTime() - looked < REST_NANOS)) {
            return;
        }
        if (marks != null) {
            marks.refresh();
        }
        Map<String, Known> present = look(shelf.names());
        List<String> left = new ArrayList<>(known.keySet());
        left.removeAll(present.keySet());
        for (String name : left) {
            known.remove(name);
            version++;
            gone.put(name, version);
        }
        put(present);
        looked = System.nanoTime();
    }

    private Map<String, Known> look(List<String> names) {
        List<Optional<Known>> found =
                names.parallelStream().map(name -> look(name, known.get(name))).toList();
        Map<String, Known> present = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            found.get(i).ifPresent(each -> present.put(name, each));
        }
        return present;
    }

    private synchronized void put(Map<String, Known> present) {
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
        try {
            Manifest manifest = RunDirectory.manifestOf(path);
            boolean held = manifest.status() == Manifest.Status.RUNNING && RunLock.holder(path) != null;
            ConfigWords words = words(path);
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

    private static ConfigWords words(Path run) {
        try {
            byte[] yaml = Confined.read(run, run.resolve("config.yaml"), LONGEST_CONFIG);
            return ConfigWords.of(new String(yaml, StandardCharsets.UTF_8));
        } catch (FormatException | UncheckedIOException none) {
            return new ConfigWords("", "");
        }
    }
}
