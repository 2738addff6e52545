package org.crease.app.sweep;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Progress;
import org.crease.app.terminal.ProgressLine;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.sweep.SweepObserver;
import org.crease.trainer.sweep.plan.SweepPlan;

/** Shows how a sweep goes, on the error stream. */
final class SweepScreen implements SweepObserver, AutoCloseable {
    private final Terminal terminal;
    private final SweepPlan plan;
    private final ProgressLine progress;
    private final AtomicLong furthest = new AtomicLong();
    private volatile long total;

    SweepScreen(Terminal terminal, SweepPlan plan) {
        this.terminal = terminal;
        this.plan = plan;
        this.progress = new ProgressLine(terminal);
    }

    @Override
    public void started(int cells, long all, long done) {
        total = all;
        String kept = done == 0 ? "" : "; " + Numbers.count(done) + " of " + Numbers.count(all) + " are there already";
        progress.note(
                Style.STRONG.on(terminal.errScreen(), Printable.of(plan.config().name())) + ": "
                        + Numbers.count(cells) + (cells == 1 ? " cell" : " cells") + ", "
                        + Numbers.count(plan.config().repetitions()) + " times each" + kept);
        advanced(done);
    }

    @Override
    public void advanced(long done) {
        long most = furthest.accumulateAndGet(done, Math::max);
        progress.update(new Progress("repetition", most, total, most, Double.NaN, "", Double.NaN));
    }

    /**
     * It was stopped.
     *
     * @param goOn the command that goes on
     */
    void stopped(String goOn) {
        progress.close();
        terminal.tell("stopped after " + Numbers.count(furthest.get()) + " of " + Numbers.count(total)
                + " repetitions; go on with: " + goOn);
    }

    /** It is complete: where the files are. */
    static void done(Terminal terminal, SweepPlan plan, Path directory) {
        int figures = plan.config().figures().size();
        String drawn = figures == 0 ? "" : figures == 1 ? " and a figure" : " and " + figures + " figures";
        terminal.tell("");
        terminal.tell(Style.GOOD.on(terminal.errScreen(), "done") + ": table" + drawn + " in "
                + Printable.of(directory.toString()));
    }

    @Override
    public void close() {
        progress.close();
    }
}
