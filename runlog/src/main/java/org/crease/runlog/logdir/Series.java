package org.crease.runlog.logdir;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.crease.probes.Array;
import org.crease.runlog.events.Event;
import org.crease.runlog.storage.Printable;
import org.jspecify.annotations.Nullable;

/** The series of a run by tag, within limits. */
final class Series {
    private static final int ROW = 3;
    private static final int MOST_BUCKETS = 10_000;

    private final Limits limits;
    private final Consumer<Problem> problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long bytes;
    private boolean full;

    /** A tag's points; those that are neither scalars nor histograms are counted alone. */
    private static final class Entry {
        private final Tag.Kind kind;
        private final @Nullable Points points;
        private long logged;
        private long step;
        private double wallTime;
        private boolean mixed;

        Entry(Tag.Kind kind, @Nullable Points points) {
            this.kind = kind;
            this.points = points;
        }
    }

    Series(Limits limits, Consumer<Problem> problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /** Takes an event in; returns whether points went. */
    boolean add(Event event) {
        boolean back = event.sessionStart() && rewind(event.step());
        for (Event.Value value : event.values()) {
            back |= add(event, value);
        }
        return back;
    }

    List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        entries.forEach((name, entry) -> {
            int kept = entry.points == null ? 0 : entry.points.size();
            tags.add(new Tag(name, entry.kind, entry.logged, kept, entry.step, entry.wallTime));
        });
        tags.sort(Comparator.comparing(Tag::name));
        return tags;
    }

    Points points(String tag, Tag.Kind kind) {
        Entry entry = entries.get(tag);
        if (entry == null || entry.kind != kind || entry.points == null) {
            throw new IllegalArgumentException("tag '" + Printable.excerpt(tag) + "' is "
                    + (entry == null ? "not in this run" : "of kind " + entry.kind + ", " + kind + " is expected"));
        }
        return entry.points;
    }

    private boolean rewind(long step) {
        boolean back = false;
        for (Entry entry : entries.values()) {
            if (entry.points != null) {
                bytes -= entry.points.bytes();
                back |= entry.points.rewind(step);
                bytes += entry.points.bytes();
            }
        }
        return back;
    }

    private boolean add(Event event, Event.Value value) {
        Entry entry = entries.get(value.tag());
        if (entry == null) {
            entry = begin(event, value);
            if (entry == null) {
                return false;
            }
        }
        entry.logged++;
        entry.step = event.step();
        entry.wallTime = event.wallTime();
        return entry.points != null && add(entry, entry.points, event, value);
    }

    private @Nullable Entry begin(Event event, Event.Value value) {
        if (entries.size() >= limits.tags()) {
            if (!full) {
                full = true;
                problems.accept(new Problem(
                        "",
                        0,
                        "more than " + limits.tags() + " tags: those after step " + event.step() + " are passed over"));
            }
            return null;
        }
        Tag.Kind kind = kind(value);
        Points points = switch (kind) {
            case SCALAR -> new Points(limits.scalars(), false);
            case HISTOGRAM -> new Points(limits.histograms(), true);
            default -> null;
        };
        Entry entry = new Entry(kind, points);
        entries.put(value.tag(), entry);
        return entry;
    }

    private boolean add(Entry entry, Points points, Event event, Event.Value value) {
        Array numbers = value.numbers();
        double scalar = 0;
        Points.Buckets buckets = null;
        if (entry.kind == Tag.Kind.SCALAR && numbers != null && length(numbers) == 1) {
            scalar = number(numbers, 0);
        } else if (entry.kind == Tag.Kind.HISTOGRAM && numbers != null && rows(numbers)) {
            buckets = buckets(numbers);
        } else {
            mixed(entry, event, value);
            return false;
        }
        bytes -= points.bytes();
        boolean back = points.add(event.step(), event.wallTime(), scalar, buckets);
        bytes += points.bytes();
        if (bytes > limits.bytes()) {
            thin();
        }
        return back;
    }

    private void mixed(Entry entry, Event event, Event.Value value) {
        if (!entry.mixed) {
            entry.mixed = true;
            problems.accept(new Problem(
                    "",
                    0,
                    "tag '" + Printable.excerpt(value.tag()) + "', a " + entry.kind + ", has something else at step "
                            + event.step() + ", which is passed over"));
        }
    }

    /** Halves the largest series. */
    private void thin() {
        Points largest = null;
        for (Entry entry : entries.values()) {
            Points points = entry.points;
            if (points != null && points.size() > 2 && (largest == null || points.bytes() > largest.bytes())) {
                largest = points;
            }
        }
        if (largest != null) {
            bytes -= largest.bytes();
            largest.halve();
            bytes += largest.bytes();
        }
    }

    private static Tag.Kind kind(Event.Value value) {
        return switch (value.plugin()) {
            case "scalars" -> Tag.Kind.SCALAR;
            case "histograms" -> Tag.Kind.HISTOGRAM;
            case "images" -> Tag.Kind.IMAGE;
            case "text" -> Tag.Kind.TEXT;
            default -> Tag.Kind.OTHER;
        };
    }

    private static boolean rows(Array numbers) {
        long[] shape = numbers.shape();
        return shape.length == 2 && shape[1] == ROW && shape[0] <= MOST_BUCKETS;
    }

    private static Points.Buckets buckets(Array rows) {
        int count = (int) rows.shape()[0];
        double[][] columns = new double[ROW][count];
        for (int i = 0; i < count; i++) {
            for (int column = 0; column < ROW; column++) {
                columns[column][i] = number(rows, i * ROW + column);
            }
        }
        return new Points.Buckets(columns[0], columns[1], columns[2]);
    }

    private static int length(Array numbers) {
        return numbers.data() instanceof double[] doubles ? doubles.length : numbers.floats().length;
    }

    private static double number(Array numbers, int i) {
        return numbers.data() instanceof double[] doubles ? doubles[i] : numbers.floats()[i];
    }
}
