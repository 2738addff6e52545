package org.crease.app.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the progress of one long work: on a terminal a line that is drawn over, elsewhere a plain line every few
 * seconds, and always one for the end. May be told of every step: most calls return after a comparison of times.
 * Thread-safe. Once the reader is gone it draws no more, and the work goes on.
 */
public final class ProgressLine implements AutoCloseable {

    private static final long REDRAW = Duration.ofMillis(100).toNanos();
    private static final long REPEAT = Duration.ofSeconds(5).toNanos();
    private static final String ERASE = "\r\u001b[2K";

    private final PrintStream stream;
    private final Screen screen;
    private final LongSupplier nanoTime;
    private final ProgressText text;
    private @Nullable Progress latest;
    private @Nullable Speed speed;
    private @Nullable Progress shown;
    private boolean drawn;
    private long lastShown;

    /** A progress line on the error stream of a terminal. */
    public ProgressLine(Terminal terminal) {
        this(terminal.err(), terminal.errScreen(), System::nanoTime);
    }

    ProgressLine(PrintStream stream, Screen screen, LongSupplier nanoTime) {
        this.stream = stream;
        this.screen = screen;
        this.nanoTime = nanoTime;
        this.text = new ProgressText(screen);
    }

    /** Takes note of where the work stands, and shows it if it is time. The first call starts the clock. */
    public synchronized void update(Progress progress) {
        long now = nanoTime.getAsLong();
        if (speed == null) {
            speed = new Speed(progress, now);
        }
        latest = progress;
        if (shown == null || now - lastShown >= (screen.interactive() ? REDRAW : REPEAT)) {
            speed.measure(progress, now);
            show(progress, speed);
            lastShown = now;
        }
    }

    /** Prints a line that stays, above the progress. */
    public synchronized void note(String line) {
        erase();
        stream.println(line);
        redraw();
    }

    /** Shows the last state once more and ends the line. */
    @Override
    public synchronized void close() {
        Progress last = latest;
        Speed measured = speed;
        if (last == null || measured == null) {
            return;
        }
        measured.finish(last, nanoTime.getAsLong());
        if (screen.interactive() || !last.equals(shown)) {
            show(last, measured);
        }
        if (drawn) {
            stream.println();
            drawn = false;
        }
        stream.flush();
        latest = null;
    }

    private void redraw() {
        if (screen.interactive() && latest != null && speed != null) {
            show(latest, speed);
        }
    }

    private void show(Progress progress, Speed measured) {
        shown = progress;
        if (stream.checkError()) {
            return;
        }
        String line = text.line(progress, measured);
        if (screen.interactive()) {
            stream.print(ERASE + line);
            drawn = true;
        } else {
            stream.println(line);
        }
        stream.flush();
    }

    private void erase() {
        if (drawn) {
            stream.print(ERASE);
            drawn = false;
        }
    }
}
