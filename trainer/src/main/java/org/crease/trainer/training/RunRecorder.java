package org.crease.trainer.training;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.runlog.Checkpoint;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.CheckpointStore;
import org.crease.runlog.Metric;
import org.crease.runlog.MetricsLog;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.events.EventLog;
import org.crease.trainer.config.CheckpointConfig;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.ProbePipeline;

/** Writes what happens in a training to the run directory, tells the observer, and hands checkpoints to the probes. */
final class RunRecorder implements TrainingLoop.Recorder {
    private final CheckpointStore checkpoints;
    private final MetricsLog metrics;
    private final EventLog events;
    private final CheckpointConfig keep;
    private final int logEvery;
    private final String quality;
    private final InstantSource clock;
    private final ProbePipeline pipeline;
    private final boolean probed;
    private final TrainingObserver observer;
    private final Map<String, Double> latest = new LinkedHashMap<>();
    private final List<Metric> pending = new ArrayList<>();

    RunRecorder(
            Experiment experiment,
            RunDirectory run,
            ProbePipeline pipeline,
            TrainingObserver observer,
            InstantSource clock) {
        this.checkpoints = run.checkpoints();
        this.metrics = run.metrics();
        this.events = run.events();
        this.keep = experiment.config().checkpoints();
        this.logEvery = experiment.config().training().logEvery();
        this.quality = Score.qualityName(experiment.output().kind());
        this.clock = clock;
        this.observer = observer;
        this.pipeline = pipeline;
        this.probed = !experiment.probes().isEmpty();
    }

    /** The newest value of every score, by name. */
    Map<String, Double> latest() {
        return latest;
    }

    @Override
    public void updated(long step, double epoch, double loss) {
        observer.stepped(step, loss);
        if (step % logEvery == 0) {
            note(step, epoch, "train/batch_loss", loss);
            flush();
        }
    }

    @Override
    public void scored(long step, double epoch, Score train, Score test) {
        note(step, epoch, "train/loss", train.loss());
        note(step, epoch, "train/" + quality, train.quality());
        note(step, epoch, "test/loss", test.loss());
        note(step, epoch, "test/" + quality, test.quality());
        flush();
        observer.scored(step, epoch, train, test);
    }

    private void note(long step, double epoch, String name, double value) {
        pending.add(new Metric(step, epoch, name, value, clock.instant()));
        latest.put(name, value);
        events.scalar(step, name, value);
    }

    private void flush() {
        metrics.append(pending);
        pending.clear();
    }

    @Override
    public void checkpoint(Learner learner, Score test) throws InterruptedException {
        float[] parameters = learner.parameters();
        long step = learner.position().step();
        refuseNonFinite(step, parameters);
        Checkpoint checkpoint = learner.checkpoint(parameters);
        checkpoints.write(checkpoint, Double.isNaN(test.quality()) ? null : test.quality());
        prune();
        observer.checkpointed(step);
        if (probed && !pipeline.offer(step, parameters)) {
            observer.warned("step " + step + " goes unprobed: probes are behind, and probing.when-full is skip");
        }
    }

    private static void refuseNonFinite(long step, float[] parameters) {
        for (float parameter : parameters) {
            if (!Float.isFinite(parameter)) {
                throw new DivergedException(step, "a parameter");
            }
        }
    }

    private void prune() {
        if (keep.keepLast() > 0) {
            List<CheckpointEntry> present =
                    checkpoints.entries().stream().filter(e -> !e.removed()).toList();
            checkpoints.keep(new KeepRule(keep, present));
        }
    }
}
