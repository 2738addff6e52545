package org.crease.trainer.training;

import java.time.InstantSource;
import java.util.List;
import org.crease.probes.Finding;
import org.crease.runlog.TextLog;
import org.crease.trainer.device.DeviceChoice;

/** Tells an observer, and writes what matters later to the run's {@code log.txt}. */
final class NotedObserver implements TrainingObserver {
    private final TrainingObserver observer;
    private final TextLog log;
    private final InstantSource clock;

    NotedObserver(TrainingObserver observer, TextLog log, InstantSource clock) {
        this.observer = observer;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void computes(DeviceChoice device) {
        log.say(clock.instant(), device.words());
        observer.computes(device);
    }

    @Override
    public void started(Plan plan) {
        log.say(
                clock.instant(),
                plan.task().name() + ", " + plan.parameters() + " parameters, from step " + plan.firstStep() + " to "
                        + plan.lastStep());
        observer.started(plan);
    }

    @Override
    public void stepped(long step, double loss) {
        observer.stepped(step, loss);
    }

    @Override
    public void scored(long step, double epoch, Score train, Score test) {
        observer.scored(step, epoch, train, test);
    }

    @Override
    public void checkpointed(long step) {
        log.say(clock.instant(), "checkpoint at step " + step);
        observer.checkpointed(step);
    }

    @Override
    public void trained(long step, int waiting) {
        observer.trained(step, waiting);
    }

    @Override
    public void found(long step, List<Finding> findings) {
        log.say(clock.instant(), findings.size() + " findings at step " + step);
        observer.found(step, findings);
    }

    @Override
    public void warned(String message) {
        log.say(clock.instant(), "warning: " + message);
        observer.warned(message);
    }
}
