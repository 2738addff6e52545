package org.crease.app.run;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.crease.app.terminal.Numbers;
import org.crease.app.terminal.Progress;
import org.crease.app.terminal.ProgressLine;
import org.crease.app.terminal.Screen;
import org.crease.app.terminal.Style;
import org.crease.app.terminal.Terminal;
import org.crease.app.terminal.Wrap;
import org.crease.probes.Finding;
import org.crease.runlog.Manifest;
import org.crease.runlog.storage.Printable;
import org.crease.trainer.data.Task;
import org.crease.trainer.data.source.Truth;
import org.crease.trainer.device.DeviceChoice;
import org.crease.trainer.training.Score;
import org.crease.trainer.training.TrainingObserver;
import org.crease.trainer.training.TrainingRun.Outcome;
import org.jspecify.annotations.Nullable;

/** Shows how a training goes, on the error stream: what it is, a progress line, scores, warnings, and how it ended. */
final class TrainingScreen implements TrainingObserver, AutoCloseable {
    private static final int EPOCH = 6;
    private static final int LOSS = 9;
    private static final int QUALITY = 6;
    private static final Pattern FIGURE = Pattern.compile("[0-9][0-9.,E-]*");
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./+=:@%,-]+");

    private final Terminal terminal;
    private final ProgressLine progress;
    private @Nullable Plan plan;
    private String place = "";
    private volatile double loss = Double.NaN;
    private volatile double quality = Double.NaN;
    private final Set<String> said = new HashSet<>();

    TrainingScreen(Terminal terminal) {
        this.terminal = terminal;
        this.progress = new ProgressLine(terminal);
    }

    /** Where nothing could have been chosen, nothing is said. */
    @Override
    public void computes(DeviceChoice device) {
        place = device.open() ? device.words() : "";
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
        if (!place.isEmpty()) {
            line(faint(place));
        }
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
        loss = train.loss();
        quality = test.quality();
        Plan known = plan;
        if (known == null) {
            return;
        }
        String steps = Numbers.count(step);
        line("step " + right(steps, Numbers.count(known.lastStep()).length())
                + "  epoch " + right(String.format(Locale.ROOT, "%.2f", epoch), EPOCH)
                + "  loss " + pair(train.loss(), test.loss(), LOSS)
                + "  " + known.quality() + " " + pair(train.quality(), test.quality(), QUALITY));
        progress(step);
    }

    private static String pair(double train, double test, int width) {
        return right(Numbers.value(train), width) + " | " + right(Numbers.value(test), width);
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    /** The progress of the updates ends here, so that what it says last is how long they took. */
    @Override
    public void trained(long step, int waiting) {
        progress.close();
        if (waiting > 0) {
            line(faint("trained; " + waiting + (waiting == 1 ? " checkpoint is" : " checkpoints are")
                    + " still to be probed"));
        }
    }

    /** What is remarkable about findings is said once, not at every checkpoint with other figures. */
    @Override
    public void found(long step, List<Finding> findings) {
        for (Finding finding : findings) {
            for (String note : finding.notes()) {
                if (said.add(
                        finding.probe() + finding.layer() + FIGURE.matcher(note).replaceAll(""))) {
                    remark(finding.probe() + ", " + finding.layer() + ": " + note);
                }
            }
        }
    }

    private void remark(String text) {
        Screen screen = terminal.errScreen();
        Wrap.words(text, screen.interactive() ? screen.width() - 1 : Integer.MAX_VALUE)
                .forEach(part -> line(faint(part)));
    }

    @Override
    public void warned(String message) {
        line(Style.DOUBTFUL.on(terminal.errScreen(), "warning:") + " " + Printable.of(message));
    }

    /** What theory says of the data's shape. */
    @Nullable
    Truth truth() {
        return plan == null ? null : plan.task().truth();
    }

    /** The last words, after the result. */
    void conclude(Outcome outcome) {
        Manifest manifest = outcome.manifest();
        String step = " at step " + Numbers.count(manifest.step());
        String run = outcome.directory().path().toString();
        terminal.tell("");
        if (manifest.status() == Manifest.Status.STOPPED) {
            terminal.tell("stopped" + step + "; go on with: crease train --resume " + Printable.of(quoted(run)));
        } else {
            String reason = manifest.reason() == null ? "" : " (" + Printable.of(manifest.reason()) + ")";
            terminal.tell(Style.GOOD.on(terminal.errScreen(), "done") + step + reason + ", in " + Printable.of(run));
        }
    }

    /** As one word of a shell. */
    private static String quoted(String path) {
        return PLAIN_WORD.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
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
