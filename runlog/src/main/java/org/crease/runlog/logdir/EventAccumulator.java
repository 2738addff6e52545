package org.crease.runlog.logdir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.runlog.events.Event;

/**
 * The scalars and histograms of one run of a log directory, read on at each {@link #refresh} and held within {@link Limits}.
 * Files are read in order of the time at which they were begun. Thread-safe; holds no file open.
 *
 * <p>A record whose content is damaged is skipped, a damaged length ends its file, and an unfinished record is waited for;
 * {@link #problems} tells of the first two. When a file was replaced, cut or deleted, or one turned up before others, all is
 * read anew.
 */
public final class EventAccumulator {
    private static final int MOST_PROBLEMS = 100;

    private final Path directory;
    private final Limits limits;
    private final List<TailedFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private Series series;
    private long events;
    private boolean rewound;

    EventAccumulator(Path directory, Limits limits) {
        this.directory = directory;
        this.limits = limits;
        this.series = new Series(limits, this::report);
    }

    /** Reads all that is new. */
    public Refresh refresh() {
        return refresh(Long.MAX_VALUE);
    }

    /**
     * Reads what is new, some of it at a time, so that a page can show the beginning of a large run soon.
     *
     * @param bytes how many to read, about; at least 1
     */
    public synchronized Refresh refresh(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException(bytes + " bytes to read, at least 1 is expected");
        }
        events = 0;
        rewound = false;
        follow(EventFiles.of(directory));
        long left = bytes;
        for (TailedFile file : files) {
            if (left <= 0) {
                break;
            }
            left -= file.read(left, this::accept, this::report);
        }
        return new Refresh(events, rewound, left > 0);
    }

    /** What was logged, sorted by name. */
    public synchronized List<Tag> tags() {
        return series.tags();
    }

    /**
     * The points of a scalar.
     *
     * @throws IllegalArgumentException when there is no scalar of this name
     */
    public synchronized Scalars scalars(String tag) {
        return series.points(tag, Tag.Kind.SCALAR).scalars();
    }

    /**
     * The histograms of a tag, in order of step.
     *
     * @throws IllegalArgumentException when there are no histograms of this name
     */
    public synchronized List<Histogram> histograms(String tag) {
        return series.points(tag, Tag.Kind.HISTOGRAM).histograms();
    }

    /** What could not be read; the first hundred. */
    public synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void follow(List<Path> now) {
        List<Path> known = files.stream().map(TailedFile::path).toList();
        boolean begun = known.size() <= now.size() && known.equals(now.subList(0, known.size()));
        if (!begun || !files.stream().allMatch(TailedFile::same)) {
            rewound = true;
            files.clear();
            problems.clear();
            series = new Series(limits, this::report);
        }
        now.subList(files.size(), now.size()).forEach(file -> files.add(new TailedFile(file)));
    }

    private void accept(Event event) {
        events++;
        rewound |= series.add(event);
    }

    private void report(Problem problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }
}
