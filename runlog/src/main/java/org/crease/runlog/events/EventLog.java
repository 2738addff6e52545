package org.crease.runlog.events;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crease.runlog.storage.AppendFile;
import org.crease.runlog.storage.Directories;
import org.jspecify.annotations.Nullable;

/**
 * The run's TensorBoard event file, one a run, appended to under the same name when the run is resumed. Events are gathered
 * in memory up to 1 MiB or {@link #flush}; {@link #sync} and {@link #close} force them to the device. Thread-safe.
 */
public final class EventLog implements AutoCloseable {
    private static final String PREFIX = "events.out.tfevents.";
    private static final int GATHERED = 1 << 20;
    private static final double NANOS = 1e9;

    private final Path directory;
    private final InstantSource clock;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private final Set<String> described = new HashSet<>();
    private @Nullable AppendFile out;

    /** @param directory of the run; the file is found or made there on the first event */
    public EventLog(Path directory) {
        this(directory, InstantSource.system());
    }

    EventLog(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Adds a number, as float32. */
    public synchronized void scalar(long step, String tag, double value) {
        summary(step, value(tag, Plugin.SCALARS).float32(2, (float) value));
    }

    /** Adds a histogram of values in 30 buckets; NaN and infinite ones become a scalar {@code TAG/non-finite}. */
    public synchronized void histogram(long step, String tag, double[] values) {
        Histogram histogram = Histogram.of(values);
        summary(step, value(tag, Plugin.HISTOGRAMS).message(8, histogram.tensor()));
        if (histogram.nonFinite() > 0) {
            scalar(step, tag + "/non-finite", (double) histogram.nonFinite());
        }
    }

    /** Adds a picture. */
    public synchronized void image(long step, String tag, byte[] png, int width, int height) {
        List<byte[]> parts = List.of(utf8(Integer.toString(width)), utf8(Integer.toString(height)), png);
        summary(step, value(tag, Plugin.IMAGES).message(8, Tensors.strings(parts, parts.size())));
    }

    /** Adds text in Markdown; text of others goes through {@link Markdown#code}. */
    public synchronized void text(long step, String tag, String markdown) {
        summary(step, value(tag, Plugin.TEXT).message(8, Tensors.strings(List.of(utf8(markdown)))));
    }

    /**
     * Makes the run a row of TensorBoard's table of hyperparameters. Readers take the first such event of a run alone.
     *
     * @param settings Boolean, Number or String by name, in the order of the columns
     * @param metrics tags of the scalars whose newest values are columns too
     */
    public synchronized void session(Map<String, Object> settings, List<String> metrics) {
        Instant now = clock.instant();
        summary(0, Hparams.experiment(settings, metrics, seconds(now)));
        summary(0, Hparams.start(settings, seconds(now)));
    }

    /** Says in that table how the run ended. A run that is resumed takes it back. */
    public synchronized void ended(long step, SessionStatus status) {
        summary(step, Hparams.end(status, seconds(clock.instant())));
    }

    /** Whether there is an event file, or what one is made for. */
    public synchronized boolean begun() {
        return gathered.size() > 0 || existing() != null;
    }

    /**
     * Tells readers to forget events of later steps, as a run that goes on from the checkpoint of {@code step} does. What
     * {@link #ended} said is taken back. Nothing is written when there is no file yet.
     */
    public synchronized void resumeAfter(long step) {
        Path file = existing();
        if (file != null) {
            flush();
            SessionEnds.withdraw(file);
        }
        if (begun()) {
            record(sessionStart(step + 1));
            flush();
        }
    }

    /** Hands what was gathered to the operating system; it then survives the death of the process. */
    public synchronized void flush() {
        if (gathered.size() > 0) {
            opened().append(gathered.toByteArray(), false);
            gathered.reset();
        }
    }

    /** Flushes and forces to the device. */
    public synchronized void sync() {
        flush();
        AppendFile file = out;
        if (file != null) {
            file.sync();
        }
    }

    /** Flushes, forces to the device and closes; a later event opens the file again. */
    @Override
    public synchronized void close() {
        try {
            sync();
        } finally {
            AppendFile file = out;
            out = null;
            described.clear();
            if (file != null) {
                file.close();
            }
        }
    }

    private Message value(String tag, Plugin plugin) {
        Message value = new Message().text(1, tag);
        return described.add(tag) ? value.message(9, plugin.metadata()) : value;
    }

    private void summary(long step, Message value) {
        record(event(step).message(5, new Message().message(1, value)));
    }

    private Message event(long step) {
        return new Message().float64(1, seconds(clock.instant())).integer(2, step);
    }

    private static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / NANOS;
    }

    /** TensorBoard takes the first of a run for its beginning, and forgets events at the others alone. */
    private Message sessionStart(long step) {
        return event(step).message(7, new Message().integer(1, 1));
    }

    private void record(Message event) {
        frame(event.toBytes());
        if (gathered.size() >= GATHERED) {
            flush();
        }
    }

    private void frame(byte[] data) {
        gathered.writeBytes(Frame.of(data));
    }

    private AppendFile opened() {
        AppendFile file = out;
        if (file == null) {
            Path path = existing();
            if (path == null) {
                path = directory.resolve(String.format(
                        Locale.ROOT, "%s%010d.crease", PREFIX, clock.instant().getEpochSecond()));
            }
            file = new AppendFile(path, new EventTail(path));
            out = file;
        }
        if (file.length() == 0) {
            byte[] events = gathered.toByteArray();
            gathered.reset();
            frame(new Message()
                    .float64(1, seconds(clock.instant()))
                    .text(3, "brain.Event:2")
                    .toBytes());
            frame(sessionStart(0).toBytes());
            gathered.writeBytes(events);
        }
        return file;
    }

    private @Nullable Path existing() {
        return Directories.list(directory).stream()
                .filter(file -> file.getFileName().toString().startsWith(PREFIX))
                .findFirst()
                .orElse(null);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
