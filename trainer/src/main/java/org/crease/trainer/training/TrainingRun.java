package org.crease.trainer.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.runlog.RunLock;
import org.crease.trainer.config.Config;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.experiment.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * One run, from a configuration or from where it was left, to its end. {@link #run} is called once, on the thread that is to
 * train.
 */
public final class TrainingRun {
    private final Supplier<Experiment> experiment;
    private final @Nullable RunDirectory left;
    private final Path runs;
    private final Surroundings surroundings;
    private volatile boolean stopRequested;
    private volatile @Nullable Session session;

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

    private TrainingRun(
            Supplier<Experiment> experiment, @Nullable RunDirectory left, Path runs, Surroundings surroundings) {
        this.experiment = experiment;
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
        Config located = config.located(base);
        return new TrainingRun(
                () -> Experiment.of(located, base, surroundings.library(), surroundings.downloads()),
                null,
                runs,
                surroundings);
    }

    /**
     * A run that goes on where it was left, killed or stopped.
     *
     * @throws TrainingException when it is complete
     */
    public static TrainingRun resume(RunDirectory left, Surroundings surroundings) {
        if (left.manifest().status() == Manifest.Status.DONE) {
            throw new TrainingException(left.path() + ": this run is complete; nothing is left to resume");
        }
        return new TrainingRun(
                () -> Experiment.recorded(left, surroundings.library(), surroundings.downloads()),
                left,
                left.path(),
                surroundings);
    }

    /**
     * Lets the run end after the update under way, with a checkpoint; what is not probed by then is probed when the run is
     * resumed. From any thread; returns at once.
     *
     * @return whether there is an end to wait for: not before the data are there and the run's directory is made
     */
    public boolean requestStop() {
        stopRequested = true;
        Session running = session;
        if (running != null) {
            running.requestStop();
        }
        return running != null;
    }

    /**
     * Trains to the end.
     *
     * @throws DivergedException when the loss is no longer finite; the last good checkpoint is kept
     * @throws InterruptedException when the thread is interrupted; the run can be resumed
     */
    public Outcome run() throws InterruptedException {
        Experiment loaded;
        Learner learner;
        try {
            loaded = experiment.get();
            learner = new Learner(loaded.network());
        } catch (RuntimeException | Error e) {
            Optional<TrainingException> card = CardAdvice.before(e);
            if (card.isPresent()) {
                throw card.get();
            }
            throw e;
        }
        RunFiles files = left == null
                ? RunFiles.create(loaded, runs, learner.graph(), surroundings.clock())
                : RunFiles.reopen(loaded, left, surroundings.clock());
        try (RunDirectory directory = files.directory();
                RunLock lock = directory.lock()) {
            return train(new Session(loaded, learner, files, surroundings));
        }
    }

    private Outcome train(Session made) throws InterruptedException {
        session = made;
        if (stopRequested) {
            made.requestStop();
        }
        return made.train(left != null);
    }
}
