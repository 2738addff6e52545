package org.crease.app.terminal;

import java.time.Duration;
import org.crease.runlog.storage.Printable;

/**
 * Says on a terminal what a work without steps is at, and for how long: a line that is drawn over, from the first second
 * on, and gone when the work ends. Elsewhere it says nothing.
 */
public final class Waiting implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration REDRAW = Duration.ofMillis(250);
    private static final String ERASE = "\r\u001b[2K";

    private final Terminal terminal;
    private final long start = System.nanoTime();
    private final Thread thread = new Thread(this::draw, "waiting");
    private volatile String work;
    private boolean drawn;
    private boolean ended;

    /** Starts to wait for a work. */
    public Waiting(Terminal terminal, String work) {
        this.terminal = terminal;
        this.work = work;
        thread.setDaemon(true);
        if (terminal.errScreen().interactive()) {
            thread.start();
        }
    }

    /** What the work is at now. */
    public void now(String other) {
        work = other;
    }

    private void draw() {
        try {
            Thread.sleep(PATIENCE.toMillis());
            while (line()) {
                Thread.sleep(REDRAW.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean line() {
        if (!ended) {
            String time = Numbers.duration((System.nanoTime() - start) / 1e9);
            terminal.err().print(ERASE + Printable.of(work) + "  " + Style.FAINT.on(terminal.errScreen(), time));
            terminal.err().flush();
            drawn = true;
        }
        return !ended;
    }

    /** Takes the line away. */
    @Override
    public synchronized void close() {
        ended = true;
        thread.interrupt();
        if (drawn) {
            terminal.err().print(ERASE);
            terminal.err().flush();
            drawn = false;
        }
    }
}
