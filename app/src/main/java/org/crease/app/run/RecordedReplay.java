package org.crease.app.run;

import java.util.List;
import java.util.function.LongPredicate;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.FindingsLog;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.FindingSink;
import org.crease.trainer.replay.Replay;
import org.crease.trainer.replay.ReplayRecorder;

/**
 * A replay of a run that is kept with it.
 *
 * @param name by which it is kept
 * @param checkpoints how many were examined
 * @param log what was found
 * @param failures what could not be examined, a line each
 */
public record RecordedReplay(String name, int checkpoints, FindingsLog log, List<String> failures) {

    /** Number of checkpoints at these steps that are still there. */
    public static long checkpoints(RunDirectory run, LongPredicate steps) {
        return run.checkpoints().entries().stream()
                .filter(entry -> !entry.removed() && steps.test(entry.step()))
                .count();
    }

    /** The first of {@code replay-1}, {@code replay-2}, .. that the run has not. */
    public static String freeName(RunDirectory run) {
        int number = 1;
        while (run.replays().contains("replay-" + number)) {
            number++;
        }
        return "replay-" + number;
    }

    /**
     * Probes checkpoints and keeps what is found.
     *
     * @param examined called after each checkpoint
     */
    public static RecordedReplay record(
            RunDirectory run,
            Experiment experiment,
            List<Probe> probes,
            String name,
            LongPredicate steps,
            Runnable examined)
            throws InterruptedException {
        FindingsLog log = run.replay(name);
        ReplayRecorder recorder = new ReplayRecorder(log);
        int checkpoints = new Replay(run.checkpoints(), experiment.examination(probes))
                .run(steps, new Counted(recorder, examined));
        log.sync();
        return new RecordedReplay(name, checkpoints, log, recorder.failures());
    }

    /** Passes findings on and says when a checkpoint is done. */
    record Counted(FindingSink sink, Runnable examined) implements FindingSink {
        @Override
        public void found(Snapshot snapshot, List<Finding> findings) {
            sink.found(snapshot, findings);
            examined.run();
        }

        @Override
        public void failed(long step, String probe, RuntimeException cause) {
            sink.failed(step, probe, cause);
        }
    }
}
