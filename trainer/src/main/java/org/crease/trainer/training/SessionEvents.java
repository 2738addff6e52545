package org.crease.trainer.training;

import java.util.List;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.events.EventLog;
import org.crease.runlog.events.Markdown;
import org.crease.runlog.events.SessionStatus;
import org.crease.trainer.training.TrainingLoop.End;

/**
 * What TensorBoard is told of a run as a whole: its configuration as text and as hyperparameters, and how it ended. A run that
 * was stopped has no status there, since it can go on.
 */
final class SessionEvents {
    private final RunDirectory directory;
    private final EventLog events;
    private final List<String> metrics;

    /** @param quality what scores measure beside the loss */
    SessionEvents(RunDirectory directory, String quality) {
        this.directory = directory;
        this.events = directory.events();
        this.metrics = List.of("test/" + quality, "test/loss", "train/" + quality, "train/loss");
    }

    void begin() {
        String yaml = directory.config();
        events.text(0, "run/config", Markdown.code("yaml", yaml));
        events.session(Hyperparameters.of(yaml), metrics);
        events.flush();
    }

    /** Says again what going back to the very beginning, or the loss of the file, took away. */
    void resume(long step) {
        if (step == 0 || !events.begun()) {
            begin();
        }
    }

    void ended(End end, long step) {
        boolean stopped = end == End.STOPPED;
        events.text(step, "run/end", Markdown.code("", (stopped ? "stopped" : "done") + " at step " + step));
        if (!stopped) {
            events.ended(step, SessionStatus.SUCCESS);
        }
        events.sync();
    }

    /** A failure to say so is added to the cause. */
    void failed(long step, Throwable cause) {
        try {
            events.text(step, "run/end", Markdown.code("", "failed at step " + step + ": " + cause.getMessage()));
            events.ended(step, SessionStatus.FAILURE);
            events.sync();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
