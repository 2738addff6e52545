package org.crease.trainer.training;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.training.TrainingRun.Outcome;
import org.crease.trainer.training.TrainingRun.Surroundings;

/** Small trainings for tests. */
final class Trainings {
    private Trainings() {}

    /** Two moons, a small network with dropout and batch normalisation, Adam: everything that has state. */
    static final String MOONS = """
            name: moons
            seed: 7
            task:
              data: {toy: {shape: two-moons, points: 600, noise: 0.1}}
            network:
              layers:
                - dense: {units: 24}
                - batch-norm
                - dropout: {rate: 0.2}
                - dense: {units: 12}
            training: {batch-size: 32, epochs: 6, log-every: 1}
            checkpoints: {every-steps: 5}
            probes: [rank, topology]
            probe-set: {size: 40}
            """;

    static Config config(String yaml, String... overrides) {
        return Configs.parse(yaml, "test.yaml", Path.of("."), List.of(overrides));
    }

    static Surroundings surroundings(TrainingObserver observer) {
        return new Surroundings(DatasetLibrary.standard(), Progress.SILENT, observer, InstantSource.system());
    }

    static Surroundings surroundings() {
        return surroundings(new TrainingObserver() {});
    }

    static Outcome train(Config config, Path runs) throws InterruptedException {
        return TrainingRun.start(config, Path.of("."), runs, surroundings()).run();
    }

    /** What identifies the weights at every checkpoint of a run. */
    static String weights(RunDirectory run) {
        return run.checkpoints().entries().stream()
                .map(e -> e.step() + " " + e.parametersSha256())
                .collect(Collectors.joining("\n"));
    }

    /** The metrics of a run, but for the times at which they were logged. */
    static String metrics(RunDirectory run) {
        return run.metrics().read().stream()
                .map(m -> m.step() + " " + m.epoch() + " " + m.name() + " " + m.value())
                .collect(Collectors.joining("\n"));
    }

    /** Everything that was found in a run. */
    static String findings(RunDirectory run) {
        return run.findings().entries().stream()
                .map(e -> e.step() + " " + e.layer() + " " + e.probe() + " " + e.summary() + " "
                        + run.findings().read(e).hashCode())
                .collect(Collectors.joining("\n"));
    }

    static CheckpointEntry last(RunDirectory run) {
        List<CheckpointEntry> entries = run.checkpoints().entries();
        return entries.get(entries.size() - 1);
    }
}
