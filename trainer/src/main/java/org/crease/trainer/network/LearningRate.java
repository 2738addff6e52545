package org.crease.trainer.network;

import org.crease.trainer.config.ScheduleConfig;
import org.nd4j.linalg.schedule.ISchedule;

/** The learning rate as a function of the step, for Deeplearning4j. */
@SuppressWarnings("serial") // DL4J makes schedules Serializable; nothing is ever serialised here
final class LearningRate implements ISchedule {
    private final double base;
    private final ScheduleConfig schedule;
    private final long lastStep;

    /**
     * @param base the rate at factor 1
     * @param lastStep number of steps of the whole training, for the schedules that end with it
     */
    LearningRate(double base, ScheduleConfig schedule, long lastStep) {
        this.base = base;
        this.schedule = schedule;
        this.lastStep = lastStep;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        return base * factor(iteration);
    }

    private double factor(long step) {
        if (schedule instanceof ScheduleConfig.Exponential s) {
            return StrictMath.pow(s.decay(), (double) step / s.every());
        } else if (schedule instanceof ScheduleConfig.Stairs s) {
            return StrictMath.pow(s.decay(), (double) Math.floorDiv(step, s.every()));
        } else if (schedule instanceof ScheduleConfig.Triangle s) {
            return triangle(step, s.warmUp());
        } else if (schedule instanceof ScheduleConfig.Cosine) {
            return (1 + StrictMath.cos(Math.PI * Math.min(1, (double) step / lastStep))) / 2;
        }
        return 1;
    }

    private double triangle(long step, long warmUp) {
        double up = (double) (step + 1) / warmUp;
        double down = (double) (lastStep - step) / Math.max(1, lastStep - warmUp);
        return Math.max(0, Math.min(1, Math.min(up, down)));
    }

    @Override
    public ISchedule clone() {
        return new LearningRate(base, schedule, lastStep);
    }
}
