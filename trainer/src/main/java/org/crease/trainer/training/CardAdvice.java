package org.crease.trainer.training;

import java.util.List;
import java.util.Optional;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.device.DeviceChoice;
import org.crease.trainer.device.TrainingDevice;

/** What to do when a graphics card fails, or its memory is used up, in the middle of a training. */
final class CardAdvice {
    private CardAdvice() {}

    /**
     * The failure with what to do, if it is the card's.
     *
     * @param device where the run was computed
     * @param step updates done
     */
    static Optional<TrainingException> during(Throwable failure, DeviceChoice device, RunDirectory run, long step) {
        return device.failure(failure).map(words -> new TrainingException(words(words, run, step), failure));
    }

    private static String words(String failure, RunDirectory run, long step) {
        String resume = "crease train --resume " + run.path();
        return "after step " + step + ": " + failure + ". " + kept(run) + " Go on with: " + resume
                + " (where memory is short, end first what else uses the card); or on the CPU with: CUDA_VISIBLE_DEVICES= "
                + resume;
    }

    private static String kept(RunDirectory run) {
        List<CheckpointEntry> entries =
                run.checkpoints().entries().stream().filter(e -> !e.removed()).toList();
        return entries.isEmpty()
                ? "There is no checkpoint yet."
                : "The checkpoint of step " + entries.get(entries.size() - 1).step() + " is kept.";
    }

    /** The same before there is a run to go on with: while data and network are put onto the card. */
    static Optional<TrainingException> before(Throwable failure) {
        return TrainingDevice.failure(failure)
                .map(words -> new TrainingException(
                        words
                                + ". Nothing was trained yet: end what else uses the card, make training.batch-size or the"
                                + " data smaller, or say device: cpu",
                        failure));
    }
}
