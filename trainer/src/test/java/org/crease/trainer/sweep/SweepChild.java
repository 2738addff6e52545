package org.crease.trainer.sweep;

import java.nio.file.Path;
import java.util.List;
import org.crease.trainer.sweep.plan.SweepPlan;

/** A process that sweeps, slowly enough to be killed on the way. Says {@code started} when it begins. */
final class SweepChild {
    private static final int REPETITION_MS = 40;

    private SweepChild() {}

    public static void main(String[] arguments) throws InterruptedException {
        SweepPlan plan = SweepPlan.read(Path.of(arguments[0]), List.of());
        new SweepRun(plan, Path.of(arguments[1]), 2, new Slow(), Sweeps::standard).run();
    }

    private static final class Slow implements SweepObserver {
        @Override
        public void started(int cells, long total, long done) {
            System.out.println("started");
        }

        @Override
        public void advanced(long done) {
            try {
                Thread.sleep(REPETITION_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
