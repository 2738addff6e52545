package org.crease.app.terminal;

/**
 * Where a long work stands.
 *
 * @param unit what is counted, such as {@code step}
 * @param step steps done
 * @param total steps to do, at least 1
 * @param samples samples worked on so far, for the rate; 0 where there is no rate to show
 * @param loss present loss; NaN where there is none yet
 * @param metric name of one more number to show, such as {@code accuracy}; empty where there is none
 * @param value that number; NaN where it is not known yet
 */
public record Progress(String unit, long step, long total, long samples, double loss, String metric, double value) {

    public Progress {
        if (total < 1 || step < 0 || step > total) {
            throw new IllegalArgumentException("progress of step " + step + " of " + total);
        }
    }

    /** What is worked on: the samples of a step, or else what is counted itself. */
    String worked() {
        return unit.equals("step") ? "samples" : unit + "s";
    }

    double share() {
        return (double) step / total;
    }
}
