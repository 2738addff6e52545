package org.crease.app.terminal;

/**
 * Speed of a work: samples a second lately (an exponential mean over about ten seconds) and time left at the mean pace
 * since the start, which jumps less.
 */
final class Speed {

    private static final double MEMORY_SECONDS = 10;

    private final long startStep;
    private final long startSamples;
    private final long startTime;
    private long lastSamples;
    private long lastTime;
    private double samplesPerSecond = Double.NaN;
    private double elapsed;
    private double secondsLeft = Double.NaN;

    Speed(Progress start, long now) {
        startStep = start.step();
        startSamples = start.samples();
        startTime = now;
        lastSamples = start.samples();
        lastTime = now;
    }

    void measure(Progress progress, long now) {
        double seconds = (now - lastTime) / 1e9;
        if (seconds > 0 && progress.samples() > lastSamples) {
            double present = (progress.samples() - lastSamples) / seconds;
            double weight = 1 - Math.exp(-seconds / MEMORY_SECONDS);
            samplesPerSecond =
                    Double.isNaN(samplesPerSecond) ? present : samplesPerSecond + weight * (present - samplesPerSecond);
            lastSamples = progress.samples();
            lastTime = now;
        }
        elapsed = (now - startTime) / 1e9;
        long done = progress.step() - startStep;
        secondsLeft = done > 0 ? elapsed / done * (progress.total() - progress.step()) : Double.NaN;
    }

    /** From now on the mean over the whole work counts. */
    void finish(Progress progress, long now) {
        elapsed = (now - startTime) / 1e9;
        samplesPerSecond = elapsed > 0 ? (progress.samples() - startSamples) / elapsed : Double.NaN;
    }

    /** Samples a second, NaN before the first measurement. */
    double samplesPerSecond() {
        return samplesPerSecond;
    }

    /** Seconds since the start. */
    double elapsed() {
        return elapsed;
    }

    /** Seconds to the end, NaN before the first step. */
    double secondsLeft() {
        return secondsLeft;
    }
}
