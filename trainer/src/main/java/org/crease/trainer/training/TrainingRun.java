package org.crease.trainer.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.RunLock;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.ProbePipeline;
import org.crease.trainer.training.TrainingLoop.End;
import org.jspecify.annotations.Nullable;

/**
 * One run, from a configuration or from where it was left, to its end: loads the data, holds the run's lock, trains, probes,
 * and keeps the manifest true. {@link #run} is called once, on the thread that is to train.
 */
public final class TrainingRun {
    private final Config config;
    private final Path base;
    private final @Nullable RunDirectory left;
    private final Path runs;
    private final Surroundings surroundings;
    private volatile boolean stopRequested;
    private volatile @Nullable TrainingLoop loop;

    /**
     * What a run needs from outside.
     *
     * @param library where named data sets are found
     * @param downloads told of data that must be downloaded first
     * @param observer told how it goes
     * @param clock for the times in logs
     */
    public record Surroundings(
            DatasetLibrary library, Progress downloads, TrainingObserver observer, InstantSource clock) {}

    /** How a run ended. */
    public record Outcome(RunDirectory directory, Manifest manifest) {}

    private TrainingRun(Config config, Path base, @Nullable RunDirectory left, Path runs, Surroundings surroundings) {
        this.config = config;
        this.base = base;
        this.left = left;
        this.runs = runs;
        this.surroundings = surroundings;
    }

    /**
     * A new run.
     *
     * @param base the folder that file names in the configuration are relative to
     * @param runs the folder that the run's directory is made in
     */
    public static TrainingRun start(Config config, Path base, Path runs, Surroundings surroundings) {
        return new TrainingRun(config.located(base), base, null, runs, surroundings);
    }

    /** A run that goes on where it was left, killed or stopped. */
    public static TrainingRun resume(RunDirectory left, Surroundings surroundings) {
        Manifest manifest = left.manifest();
        if (manifest.status() == Manifest.Status.DONE) {
            throw new TrainingException(left.path() + ": this run is complete; nothing is left to resume");
        }
        Path base = left.path();
        Config config = Configs.parse(left.config(), base.resolve("config.yaml").toString(), base, List.of());
        return new TrainingRun(config, base, left, base, surroundings);
    }

    /** Lets the run end after the update under way, with a checkpoint. From any thread; returns at once. */
    public void requestStop() {
        stopRequested = true;
        TrainingLoop running = loop;
        if (running != null) {
            running.requestStop();
        }
    }

    /**
     * Trains to the end.
     *
     * @throws DivergedException when the loss is no longer finite; the last good checkpoint is kept
     * @throws InterruptedException when the thread is interrupted; the run can be resumed
     */
    public Outcome run() throws InterruptedException {
        Experiment experiment = Experiment.of(config, base, surroundings.library(), surroundings.downloads());
        Learner learner = new Learner(experiment.network());
        RunFiles files = left == null
                ? RunFiles.create(experiment, runs, learner.graph(), surroundings.clock())
                : RunFiles.reopen(left, experiment, surroundings.clock());
        try (RunDirectory directory = files.directory();
                RunLock lock = directory.lock()) {
            return train(experiment, learner, files);
        }
    }

    private Outcome train(Experiment experiment, Learner learner, RunFiles files) throws InterruptedException {
        RunDirectory directory = files.directory();
        TrainingObserver observer = new NotedObserver(surroundings.observer(), directory.text(), surroundings.clock());
        Resumption resumption = Resumption.of(directory, observer);
        if (left != null) {
            resumption.restore(learner, directory);
        }
        files.running(learner.position().step());
        observer.started(plan(experiment, learner, files));
        try (ProbePipeline pipeline = pipeline(experiment, directory, observer)) {
            RunRecorder recorder = new RunRecorder(experiment, directory, pipeline, observer, surroundings.clock());
            if (!experiment.probes().isEmpty()) {
                resumption.probeAgain(directory, pipeline);
            }
            End end = loop(experiment, learner, recorder, pipeline, observer);
            return new Outcome(
                    files.directory(), files.ended(end, learner.position().step(), recorder.latest()));
        } catch (RuntimeException | Error e) {
            files.failed(learner.position().step(), e);
            throw e;
        }
    }

    private End loop(
            Experiment experiment,
            Learner learner,
            RunRecorder recorder,
            ProbePipeline pipeline,
            TrainingObserver observer)
            throws InterruptedException {
        TrainingLoop made = new TrainingLoop(experiment, learner, recorder);
        loop = made;
        if (stopRequested) {
            made.requestStop();
        }
        try {
            End end = made.run();
            if (end != End.STOPPED) {
                observer.trained(learner.position().step(), pipeline.waiting());
                pipeline.finish();
            }
            return end;
        } catch (DivergedException e) {
            pipeline.finish();
            throw e;
        }
    }

    private ProbePipeline pipeline(Experiment experiment, RunDirectory directory, TrainingObserver observer) {
        return new ProbePipeline(
                () -> experiment.examination(experiment.probes()),
                new FindingRecorder(directory, observer),
                experiment.config().probing());
    }

    private TrainingObserver.Plan plan(Experiment experiment, Learner learner, RunFiles files) {
        return new TrainingObserver.Plan(
                files.directory().path(),
                experiment.task(),
                learner.graph().numParams(),
                learner.position().step(),
                experiment.lastStep(),
                experiment.stepsPerEpoch(),
                config.training().batchSize(),
                Score.qualityName(experiment.output().kind()));
    }
}
