package org.crease.trainer.sweep;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crease.runlog.Manifest;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Config;
import org.crease.trainer.sweep.plan.Cell;
import org.crease.trainer.sweep.plan.Measurement;
import org.crease.trainer.training.TrainingObserver;
import org.crease.trainer.training.TrainingRun;
import org.crease.trainer.training.TrainingRun.Outcome;

/** Trains the runs of a sweep, each in a directory of its own, named after its settings; one that was left is gone on with. */
final class TrainingShop {
    private static final int LONGEST_NAME = 80;

    private final Path runs;
    private final TrainingRun.Surroundings surroundings;
    private final Set<TrainingRun> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopRequested;

    TrainingShop(Path runs, Surroundings surroundings) {
        this.runs = runs;
        this.surroundings = new TrainingRun.Surroundings(
                surroundings.library(), surroundings.downloads(), new TrainingObserver() {}, surroundings.clock());
    }

    void requestStop() {
        stopRequested = true;
        running.forEach(TrainingRun::requestStop);
    }

    /** What a run gave; nothing when it was stopped. */
    List<Measurement> train(Cell.TrainingWork work, Cell cell, int repetition, long seed) throws InterruptedException {
        String name = name(cell, repetition);
        Path directory = runs.resolve(name);
        if (Files.exists(directory.resolve("manifest.json"))) {
            try (RunDirectory left = RunDirectory.open(directory)) {
                return left.manifest().status() == Manifest.Status.DONE
                        ? TrainingMeasures.of(left, work.epochs())
                        : finish(TrainingRun.resume(left, surroundings), work);
            }
        }
        Config config = work.config().called(name).seeded(seed);
        return finish(TrainingRun.start(config, work.base(), runs, surroundings), work);
    }

    private List<Measurement> finish(TrainingRun run, Cell.TrainingWork work) throws InterruptedException {
        running.add(run);
        try {
            if (stopRequested) {
                return List.of();
            }
            Outcome outcome = run.run();
            return outcome.manifest().status() == Manifest.Status.DONE
                    ? TrainingMeasures.of(outcome.directory(), work.epochs())
                    : List.of();
        } finally {
            running.remove(run);
        }
    }

    /** Letters, digits, dots and dashes of the cell's name, cut where it is long, its repetition, and a hash of the whole name. */
    private static String name(Cell cell, int repetition) {
        String plain = cell.name().replaceAll("[^A-Za-z0-9.]+", "-");
        String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        String hash = String.format("%08x", cell.name().hashCode());
        return "run" + (cut.isEmpty() ? "" : "-" + cut) + "-" + repetition + "-" + hash;
    }
}
