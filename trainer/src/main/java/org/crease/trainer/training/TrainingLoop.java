package org.crease.trainer.training;

import java.util.Arrays;
import org.crease.trainer.config.TrainingConfig;
import org.crease.trainer.data.Split;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.seed.Shuffle;

/**
 * Updates, scores, checkpoints, until the end. Does no I/O of its own: what happens is told to a {@link Recorder}, which
 * returns when it is safe.
 */
final class TrainingLoop {
    private static final int TRAIN_SCORE_SAMPLES = 2000;

    private final Experiment experiment;
    private final TrainingConfig config;
    private final Learner learner;
    private final Recorder recorder;
    private final Batches batches;
    private final Scorer scorer;
    private final CheckpointSchedule schedule;
    private final Split trainSample;
    private volatile boolean stopRequested;

    /** What was requested when the step under way decided on its checkpoint: a later request is the next step's. */
    private boolean stopping;

    /** Takes note of what happens. */
    interface Recorder {

        void updated(long step, double epoch, double loss);

        void scored(long step, double epoch, Score train, Score test);

        void checkpoint(Learner learner, Score test) throws InterruptedException;
    }

    /** Why a training came to its end. */
    enum End {
        COMPLETE,
        EARLY,
        STOPPED
    }

    TrainingLoop(Experiment experiment, Learner learner, Recorder recorder) {
        this.experiment = experiment;
        this.config = experiment.config().training();
        this.learner = learner;
        this.recorder = recorder;
        this.batches = new Batches(experiment.task().train(), config.batchSize(), experiment.streams());
        this.scorer = new Scorer(experiment.output().kind(), config.loss());
        this.schedule = new CheckpointSchedule(experiment.config().checkpoints());
        this.trainSample = sample(experiment);
    }

    private static Split sample(Experiment experiment) {
        Split train = experiment.task().train();
        int[] order = Shuffle.permutation(train.size(), experiment.streams().random("train-score"));
        return train.rows(Arrays.copyOf(order, Math.min(order.length, TRAIN_SCORE_SAMPLES)));
    }

    /** Lets the training end after the update under way, with a checkpoint. From any thread. */
    void requestStop() {
        stopRequested = true;
    }

    /**
     * Trains on from where the learner stands.
     *
     * @throws DivergedException when the loss is no longer finite
     */
    End run() throws InterruptedException {
        long lastStep = experiment.lastStep();
        EarlyStop early =
                new EarlyStop(learner.position().best(), learner.position().epochsSinceBest());
        if (learner.isNew()) {
            learner.moveTo(0, 0, 0, early.best(), 0);
            if (schedule.due(0, 0)) {
                recorder.checkpoint(learner, score());
            }
        }
        while (learner.position().step() < lastStep && !early.due(config.earlyStopping())) {
            early = step(early, lastStep);
            if (stopping && learner.position().step() < lastStep) {
                return End.STOPPED;
            }
        }
        return learner.position().step() < lastStep ? End.EARLY : End.COMPLETE;
    }

    private EarlyStop step(EarlyStop before, long lastStep) throws InterruptedException {
        Position from = learner.position();
        double loss = learner.update(batches.batch(from.epoch(), from.batch()));
        long step = from.step() + 1;
        refuseDiverged(step, loss);
        boolean epochDone = from.batch() + 1 == batches.perEpoch();
        int epoch = epochDone ? from.epoch() + 1 : from.epoch();
        int batch = epochDone ? 0 : from.batch() + 1;
        learner.moveTo(step, epoch, batch, before.best(), before.epochsSinceBest());
        recorder.updated(step, epochs(), loss);
        stopping = stopRequested;
        boolean due = schedule.due(step, epochDone ? epoch : 0) || step == lastStep || stopping;
        if (!epochDone && !due) {
            return before;
        }
        Score test = score();
        EarlyStop after = epochDone ? before.after(test.quality(), config.earlyStopping()) : before;
        learner.moveTo(step, epoch, batch, after.best(), after.epochsSinceBest());
        if (due || after.due(config.earlyStopping())) {
            recorder.checkpoint(learner, test);
        }
        return after;
    }

    private double epochs() {
        Position position = learner.position();
        return position.epoch() + (double) position.batch() / batches.perEpoch();
    }

    private Score score() {
        Score train = scorer.score(learner.graph(), trainSample);
        Score test = scorer.score(learner.graph(), experiment.task().test());
        recorder.scored(learner.position().step(), epochs(), train, test);
        return test;
    }

    private void refuseDiverged(long step, double loss) {
        if (!Double.isFinite(loss)) {
            throw new DivergedException(step, loss);
        }
    }
}
