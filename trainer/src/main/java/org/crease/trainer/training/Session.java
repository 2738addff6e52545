package org.crease.trainer.training;

import java.util.Optional;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.ProbePipeline;
import org.crease.trainer.training.TrainingLoop.End;
import org.crease.trainer.training.TrainingRun.Outcome;
import org.crease.trainer.training.TrainingRun.Surroundings;

/** A run while its process lives: ties the training loop to the run directory and to the probes. */
final class Session {
    private final Experiment experiment;
    private final Learner learner;
    private final RunFiles files;
    private final RunDirectory directory;
    private final TrainingObserver observer;
    private final ProbePipeline pipeline;
    private final RunRecorder recorder;
    private final SessionEvents events;
    private final TrainingLoop loop;

    Session(Experiment experiment, Learner learner, RunFiles files, Surroundings surroundings) {
        this.experiment = experiment;
        this.learner = learner;
        this.files = files;
        this.directory = files.directory();
        this.observer = new NotedObserver(surroundings.observer(), directory.text(), surroundings.clock());
        this.pipeline = new ProbePipeline(
                () -> experiment.examination(experiment.probes()),
                new FindingRecorder(directory, observer),
                experiment.config().probing());
        this.recorder = new RunRecorder(experiment, directory, pipeline, observer, surroundings.clock());
        this.events = new SessionEvents(
                directory, Score.qualityName(experiment.output().kind()));
        this.loop = new TrainingLoop(experiment, learner, recorder);
    }

    void requestStop() {
        loop.requestStop();
        pipeline.leave();
    }

    /** @param resumed whether the run was left, rather than begins */
    Outcome train(boolean resumed) throws InterruptedException {
        try (pipeline) {
            observer.computes(experiment.device());
            new KeptProbeSet(experiment, KeptProbeSet.MOST_BYTES).write(directory, observer);
            if (resumed) {
                resume();
            } else {
                begin();
            }
            End end = loop();
            events.ended(end, learner.position().step());
            Manifest manifest = files.ended(end, learner.position().step(), recorder.latest());
            return new Outcome(directory, manifest);
        } catch (RuntimeException | Error e) {
            long step = learner.position().step();
            Optional<TrainingException> card = CardAdvice.during(e, experiment.device(), directory, step);
            Throwable told = card.isPresent() ? card.get() : e;
            events.failed(step, told);
            files.failed(step, told);
            if (card.isPresent()) {
                throw card.get();
            }
            throw e;
        }
    }

    private void begin() {
        files.running(0);
        events.begin();
        observer.started(plan());
    }

    private void resume() throws InterruptedException {
        Resumption resumption = Resumption.of(directory, observer);
        resumption.restore(learner, directory);
        events.resume(learner.position().step());
        experiment.device().departure(files.device()).ifPresent(observer::warned);
        files.moved(experiment.device().after(files.device(), learner.position().step()));
        files.running(learner.position().step());
        observer.started(plan());
        if (!experiment.probes().isEmpty()) {
            resumption.probeAgain(directory, pipeline);
        }
    }

    /** What is not yet probed when a run is stopped is left to its resumption; on divergence it is still worth having. */
    private End loop() throws InterruptedException {
        try {
            End end = loop.run();
            if (end == End.STOPPED) {
                return end;
            }
            observer.trained(learner.position().step(), pipeline.waiting());
            return pipeline.finish() ? end : End.STOPPED;
        } catch (DivergedException e) {
            boolean probed = pipeline.finish();
            if (!probed) {
                observer.warned("stopped before all checkpoints were probed");
            }
            throw e;
        }
    }

    private TrainingObserver.Plan plan() {
        return new TrainingObserver.Plan(
                directory.path(),
                experiment.task(),
                learner.graph().numParams(),
                learner.position().step(),
                experiment.lastStep(),
                experiment.stepsPerEpoch(),
                experiment.config().training().batchSize(),
                Score.qualityName(experiment.output().kind()));
    }
}
