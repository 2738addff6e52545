package org.crease.trainer.training;

import java.nio.file.Files;
import java.nio.file.Path;
import org.crease.runlog.RunDirectory;

/**
 * A process that trains, or resumes, in the folder given, slowly enough to be killed on the way. Says {@code started} on its
 * standard output when it begins to write.
 */
final class TrainingChild {
    private static final int STEP_MS = 10;

    private TrainingChild() {}

    public static void main(String[] args) throws InterruptedException {
        Path runs = Path.of(args[0]);
        Path left = runs.resolve("moons");
        if (Files.exists(left.resolve("manifest.json"))) {
            TrainingRun.resume(RunDirectory.open(left), Trainings.surroundings(new Slow()))
                    .run();
        } else {
            TrainingRun.start(Trainings.config(Trainings.MOONS), Path.of("."), runs, Trainings.surroundings(new Slow()))
                    .run();
        }
    }

    private static final class Slow implements TrainingObserver {
        @Override
        public void started(Plan plan) {
            System.out.println("started");
        }

        @Override
        public void stepped(long step, double loss) {
            try {
                Thread.sleep(STEP_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
