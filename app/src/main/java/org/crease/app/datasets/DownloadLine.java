package org.crease.app.datasets;

import java.time.Duration;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.data.library.Progress;

/** Shows downloads: on a terminal a line that is drawn over, elsewhere one line for each file that came. */
public final class DownloadLine implements Progress, AutoCloseable {

    private static final long REDRAW = Duration.ofMillis(100).toNanos();
    private static final String ERASE = "\r\u001b[2K";

    private final Terminal terminal;
    private final boolean interactive;
    private long lastDrawn = System.nanoTime() - REDRAW;
    private boolean drawn;

    public DownloadLine(Terminal terminal) {
        this.terminal = terminal;
        this.interactive = terminal.errScreen().interactive();
    }

    @Override
    public synchronized void update(String file, long done, long total) {
        boolean complete = done == total;
        String line = Printable.of(file) + "  " + Numbers.bytes(done)
                + (total < 0 ? "" : " of " + Numbers.bytes(total) + "  " + Numbers.percent((double) done / total));
        if (!interactive) {
            if (complete) {
                terminal.tell(line);
            }
        } else if (complete || System.nanoTime() - lastDrawn >= REDRAW) {
            terminal.err().print(ERASE + line);
            terminal.err().flush();
            lastDrawn = System.nanoTime();
            drawn = true;
        }
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            terminal.err().println();
            drawn = false;
        }
    }
}
