package org.crease.trainer.sweep;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.sweep.plan.SweepPlan;

/** Sweeps in one call, for programs. */
public final class Sweeps {
    private Sweeps() {}

    /**
     * Runs a sweep of random networks and keeps nothing on disk. For one that can go on after a stop, and for trainings, see
     * {@link SweepRun}.
     *
     * @param config a YAML file
     * @param threads how many repetitions are done at once
     * @throws org.crease.trainer.config.ConfigException when the configuration is wrong
     */
    public static SweepTable run(Path config, int threads, SweepObserver progress) throws InterruptedException {
        SweepPlan plan = SweepPlan.read(config, List.of());
        return new SweepRun(plan, null, threads, progress, Sweeps::standard)
                .run()
                .table();
    }

    /** The usual surroundings: the data sets of this machine, and its clock. */
    public static Surroundings standard() {
        return new Surroundings(DatasetLibrary.standard(), Progress.SILENT, InstantSource.system());
    }
}
