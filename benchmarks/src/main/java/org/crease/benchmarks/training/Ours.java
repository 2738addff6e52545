package org.crease.benchmarks.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.benchmarks.PhaseClock;
import org.crease.benchmarks.PhaseClock.Phase;
import org.crease.benchmarks.PhaseClock.Span;
import org.crease.benchmarks.Runs;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;

/** Our training, as {@code crease train} runs it without probes: shuffled batches, a log of the loss, a run directory. */
final class Ours implements Contender {
    private final Runs runs;
    private final String dataset;
    private final List<PhaseClock> clocks = new ArrayList<>();

    Ours(Runs runs, String dataset) {
        this.runs = runs;
        this.dataset = dataset;
    }

    @Override
    public String name() {
        return "Crease";
    }

    @Override
    public Span train(Architecture architecture, int samples) {
        PhaseClock clock = runs.train(config(architecture, samples));
        clocks.add(clock);
        return clock.spent(Phase.UPDATES);
    }

    Config config(Architecture architecture, int samples) {
        String yaml = """
                name: %s
                task: {data: {dataset: {name: %s}}, target: class}
                network: {layers: %s}
                training: {optimizer: {adam: {learning-rate: %s}}, batch-size: %d, steps: %d}
                """.formatted(
                        architecture.id(),
                        dataset,
                        architecture.layers().replaceAll("\\s+", " "),
                        Architecture.LEARNING_RATE,
                        Architecture.BATCH,
                        samples / Architecture.BATCH);
        return Configs.parse(yaml, "benchmark.yaml", Path.of(""), List.of());
    }

    /** What each training so far spent its time on. */
    List<PhaseClock> clocks() {
        return clocks;
    }
}
