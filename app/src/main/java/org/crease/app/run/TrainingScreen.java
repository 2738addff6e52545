package org.crease.app.run;

import java.util.List;
import java.util.Locale;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Printable;
import org.crease.app.terminal.Progress;
import org.crease.app.terminal.ProgressLine;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.probes.Finding;
import org.crease.runlog.Manifest;
import org.crease.trainer.data.Task;
import org.crease.trainer.training.Score;
import org.crease.trainer.training.TrainingObserver;
import org.crease.trainer.training.TrainingRun.Outcome;
import org.jspecify.annotations.Nullable;

/** Shows how a training goes, on the error stream: what it is, a progress line, scores, warnings, and how it ended. */
final class TrainingScreen implements TrainingObserver, AutoCloseable {
    private final Terminal terminal;
    private final ProgressLine progress;
    private @Nullable Plan plan;
    private volatile double loss = Double.NaN;
    private volatile double quality = Double.NaN;

    TrainingScreen(Terminal terminal) {
        this.terminal = terminal;
        this.progress = new ProgressLine(terminal);
    }

    @Override
    public void started(Plan started) {
        plan = started;
        Task task = started.task();
        line(strong(task.name()) + ": " + Numbers.count(task.train().size()) + " to train on, "
                + Numbers.count(task.test().size()) + " to test on, " + target(task));
        for (String note : task.notes()) {
            line(faint(note));
        }
        line(Numbers.count(started.parameters()) + " parameters, " + Numbers.count(started.lastStep()) + " steps of "
                + started.batchSize() + from(started));
        line(faint("in " + started.run() + "; scores below are train | test"));
    }

    private static String target(Task task) {
        String what = task.kind() == Task.Kind.CLASSES ? " classes" : " numbers";
        if (task.outputs() == 1) {
            what = " number";
        }
        return task.outputs() + what + (task.continuous() ? " (continuous)" : " (discontinuous)");
    }

    private static String from(Plan started) {
        return started.firstStep() == 0 ? "" : ", going on from step " + Numbers.count(started.firstStep());
    }

    @Override
    public void stepped(long step, double stepLoss) {
        loss = stepLoss;
        progress(step);
    }

    private void progress(long step) {
        Plan known = plan;
        if (known != null) {
            long samples = (step - known.firstStep()) * known.batchSize();
            progress.update(
                    new Progress("step", step, known.lastStep(), samples, loss, "test " + known.quality(), quality));
        }
    }

    @Override
    public void scored(long step, double epoch, Score train, Score test) {
        quality = test.quality();
        String name = plan == null ? "score" : plan.quality();
        line(String.format(
                Locale.ROOT,
                "step %-7s epoch %-6.2f loss %-6s | %-6s   %s %-6s | %s",
                Numbers.count(step),
                epoch,
                Numbers.value(train.loss()),
                Numbers.value(test.loss()),
                name,
                Numbers.value(train.quality()),
                Numbers.value(test.quality())));
        progress(step);
    }

    @Override
    public void trained(long step, int waiting) {
        if (waiting > 0) {
            line(faint("trained; " + waiting + (waiting == 1 ? " checkpoint is" : " checkpoints are")
                    + " still to be probed"));
        }
    }

    @Override
    public void found(long step, List<Finding> findings) {
        findings.stream()
                .flatMap(finding ->
                        finding.notes().stream().map(note -> finding.probe() + ", " + finding.layer() + ": " + note))
                .filter(note -> step == 0)
                .forEach(note -> line(faint(note)));
    }

    @Override
    public void warned(String message) {
        line(Style.DOUBTFUL.on(terminal.errScreen(), "warning:") + " " + Printable.of(message));
    }

    /** The last words, after the result. */
    void conclude(Outcome outcome) {
        Manifest manifest = outcome.manifest();
        String reason = manifest.reason() == null ? "" : " (" + Printable.of(manifest.reason()) + ")";
        terminal.tell("");
        if (manifest.status() == Manifest.Status.STOPPED) {
            terminal.tell("stopped at step " + Numbers.count(manifest.step()) + "; go on with: crease train --resume "
                    + Printable.of(outcome.directory().path().toString()));
        } else {
            terminal.tell(Style.GOOD.on(terminal.errScreen(), "done") + " at step " + Numbers.count(manifest.step())
                    + reason + ", " + Printable.of(outcome.directory().path().toString()));
        }
    }

    @Override
    public void close() {
        progress.close();
    }

    private void line(String text) {
        progress.note(text);
    }

    private String strong(String text) {
        return Style.STRONG.on(terminal.errScreen(), Printable.of(text));
    }

    private String faint(String text) {
        return Style.FAINT.on(terminal.errScreen(), Printable.of(text));
    }
}
