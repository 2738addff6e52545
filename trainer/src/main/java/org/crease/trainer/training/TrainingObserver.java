package org.crease.trainer.training;

import java.nio.file.Path;
import java.util.List;
import org.crease.probes.Finding;
import org.crease.trainer.data.Task;
import org.crease.trainer.device.DeviceChoice;

/**
 * Told how a training goes, for a screen to show. Calls come from the training thread, but for {@link #found}, and must
 * return at once. What an observer does never changes the run.
 */
public interface TrainingObserver {

    /**
     * What is going to happen.
     *
     * @param run the run's directory
     * @param task what is learnt
     * @param parameters number of parameters of the network
     * @param firstStep the step that training goes on from; 0 for a new run
     * @param lastStep the step that training ends at, if not stopped early
     * @param stepsPerEpoch updates in an epoch
     * @param batchSize samples in an update
     * @param quality what {@link Score#quality} is called
     */
    record Plan(
            Path run,
            Task task,
            long parameters,
            long firstStep,
            long lastStep,
            int stepsPerEpoch,
            int batchSize,
            String quality) {}

    /** Where the run computes, and why; said first, once. */
    default void computes(DeviceChoice device) {}

    default void started(Plan plan) {}

    /** An update was made. */
    default void stepped(long step, double loss) {}

    /** The network was scored. */
    default void scored(long step, double epoch, Score train, Score test) {}

    /** A checkpoint is safely on disk. */
    default void checkpointed(long step) {}

    /** Training has ended; so many checkpoints still wait to be probed. */
    default void trained(long step, int waiting) {}

    /** Probes have examined a checkpoint. Called from the probes' thread. */
    default void found(long step, List<Finding> findings) {}

    /** Something that the user should know. */
    default void warned(String message) {}
}
