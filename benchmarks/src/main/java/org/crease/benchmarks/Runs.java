package org.crease.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import org.crease.trainer.config.Config;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.training.TrainingRun;
import org.crease.trainer.training.TrainingRun.Surroundings;

/** Trains as {@code crease train} does, in a folder that goes when it is closed. */
public final class Runs implements AutoCloseable {
    private final Path folder;
    private final DatasetLibrary library;

    public Runs(DatasetLibrary library) {
        this.library = library;
        try {
            this.folder = Files.createTempDirectory("crease-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for runs", e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** One run, on the calling thread, timed by phase. */
    public PhaseClock train(Config config) {
        PhaseClock clock = new PhaseClock();
        try {
            TrainingRun.start(
                            config,
                            Path.of(""),
                            folder,
                            new Surroundings(library, Progress.SILENT, clock, InstantSource.system()))
                    .run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        }
        clock.ended();
        return clock;
    }

    @Override
    public void close() {
        try (var paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
