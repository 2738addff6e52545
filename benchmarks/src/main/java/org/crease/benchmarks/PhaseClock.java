package org.crease.benchmarks;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Finding;
import org.crease.trainer.training.Score;
import org.crease.trainer.training.TrainingObserver;

/**
 * Says what a training spends its time on. Every event that an observer is told of ends a stretch of time, which is that
 * event's: an update with the gathering of its batch, a scoring, a checkpoint.
 */
public final class PhaseClock implements TrainingObserver {
    private final Map<Phase, Span> spans = new EnumMap<>(Phase.class);
    private long batchSize;
    private long steps;
    private long wall;
    private long cpu;
    private volatile long probes;

    /** What a training does. */
    public enum Phase {
        UPDATES("batches and updates"),
        SCORES("scores"),
        CHECKPOINTS("checkpoints"),
        LAST_PROBES("waiting for the last probes");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A stretch of time on the training thread, in seconds.
     *
     * @param wall as a clock on the wall tells it
     * @param cpu of it, on a processor
     */
    public record Span(double wall, double cpu) {
        static final Span NONE = new Span(0, 0);

        public Span plus(Span other) {
            return new Span(wall + other.wall, cpu + other.cpu);
        }
    }

    @Override
    public void started(Plan plan) {
        batchSize = plan.batchSize();
        wall = System.nanoTime();
        cpu = CpuTime.ofThread();
    }

    @Override
    public void stepped(long step, double loss) {
        steps++;
        end(Phase.UPDATES);
    }

    @Override
    public void scored(long step, double epoch, Score train, Score test) {
        end(Phase.SCORES);
    }

    @Override
    public void checkpointed(long step) {
        end(Phase.CHECKPOINTS);
    }

    @Override
    public void found(long step, List<Finding> findings) {
        probes = CpuTime.ofThread();
    }

    void ended() {
        end(Phase.LAST_PROBES);
    }

    private void end(Phase phase) {
        long wallNow = System.nanoTime();
        long cpuNow = CpuTime.ofThread();
        spans.merge(phase, new Span((wallNow - wall) / 1e9, (cpuNow - cpu) / 1e9), Span::plus);
        wall = wallNow;
        cpu = cpuNow;
    }

    /** Time spent on one thing. */
    public Span spent(Phase phase) {
        return spans.getOrDefault(phase, Span.NONE);
    }

    /** Time of the training, probes that were still at work at its end left out. */
    public Span training() {
        return spent(Phase.UPDATES).plus(spent(Phase.SCORES)).plus(spent(Phase.CHECKPOINTS));
    }

    /** Seconds that the probes' thread spent on a processor. */
    public double probes() {
        return probes / 1e9;
    }

    /** Samples that the network was updated with; the last batch of an epoch counts as a whole one. */
    public long samples() {
        return steps * batchSize;
    }
}
