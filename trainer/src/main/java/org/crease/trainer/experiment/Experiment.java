package org.crease.trainer.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import org.crease.trainer.config.TrainingConfig;
import org.crease.trainer.data.Task;
import org.crease.trainer.data.Tasks;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.device.DeviceChoice;
import org.crease.trainer.device.TrainingDevice;
import org.crease.trainer.network.Networks;
import org.crease.trainer.network.Output;
import org.crease.trainer.probing.Examination;
import org.crease.trainer.probing.ProbeSets;
import org.crease.trainer.probing.Replica;
import org.crease.trainer.seed.Streams;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * What a configuration stands for. Training and replay both start here, so both see the same task, network and probe set.
 *
 * @param config as resolved
 * @param task data and target
 * @param streams of the configuration's seed
 * @param probeSet the inputs that probes look at
 * @param probes those of the configuration
 * @param device where it is computed
 */
public record Experiment(
        Config config, Task task, Streams streams, ProbeSet probeSet, List<Probe> probes, DeviceChoice device) {

    /**
     * Loads the data and makes the probes.
     *
     * @param base the folder that file names in the configuration are relative to
     * @param progress told of downloads
     * @throws IllegalArgumentException when the device asked for cannot be had, or probes' settings contradict each other
     */
    public static Experiment of(Config config, Path base, DatasetLibrary library, Progress progress) {
        return of(config, base, library, progress, TrainingDevice.take(config.device()));
    }

    private static Experiment of(
            Config config, Path base, DatasetLibrary library, Progress progress, DeviceChoice device) {
        Streams streams = new Streams(config.seed());
        Task task = Tasks.load(config.task(), base, streams, library, progress);
        ProbeSet probeSet = ProbeSets.draw(config.probeSet(), task, streams);
        return new Experiment(config, task, streams, probeSet, Probes.create(config.probes(), streams), device);
    }

    /**
     * What a run was, by the configuration that it keeps; on the kind of device that it was on, where that can be had.
     *
     * @param progress told of downloads
     * @throws IllegalStateException when the data are no longer those that the run began with
     */
    public static Experiment recorded(RunDirectory run, DatasetLibrary library, Progress progress) {
        Path file = run.path().resolve("config.yaml");
        Config config = Configs.parse(run.config(), file.toString(), run.path(), List.of());
        DeviceChoice device = TrainingDevice.takeAgain(run.manifest().device());
        Experiment experiment = of(config, run.path(), library, progress, device);
        Map<String, String> began = run.manifest().data();
        if (!began.equals(experiment.task().checksums())) {
            throw new IllegalStateException(
                    run.path() + ": the data have changed since the run began: their SHA-256 were " + began + ", are "
                            + experiment.task().checksums());
        }
        return experiment;
    }

    /** The network with freshly drawn weights; see {@link Networks#create} on the thread to call this on. */
    public ComputationGraph network() {
        return Networks.create(config.network(), config.training(), task.inputShape(), output(), lastStep(), streams);
    }

    /** What the network puts out. */
    public Output output() {
        Output.Kind kind = task.kind() == Task.Kind.CLASSES ? Output.Kind.CLASSES : Output.Kind.NUMBERS;
        return new Output(kind, task.outputs());
    }

    /** These probes over a network of their own; to be made and used on one thread, not the one that trains. */
    public Examination examination(List<Probe> probes) {
        return new Examination(new Replica(network()), probeSet, probes);
    }

    /** Number of updates in an epoch. */
    public int stepsPerEpoch() {
        int batch = config.training().batchSize();
        return (task.train().size() + batch - 1) / batch;
    }

    /**
     * Number of updates of the whole training, if it is not stopped early.
     *
     * @throws IllegalArgumentException when they are more than Deeplearning4j can count, which does so in an int
     */
    public long lastStep() {
        TrainingConfig training = config.training();
        if (training.steps() != null) {
            return countable(training.steps(), "training.steps: " + training.steps());
        } else if (training.epochs() != null) {
            long steps = (long) training.epochs() * stepsPerEpoch();
            return countable(
                    steps,
                    "training.epochs: " + training.epochs() + " epochs of " + stepsPerEpoch() + " steps are " + steps);
        }
        throw new IllegalArgumentException("training: neither epochs nor steps is given; exactly one of them must be");
    }

    private static long countable(long steps, String what) {
        if (steps > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(what + " steps, but at most " + Integer.MAX_VALUE + " can be counted");
        }
        return steps;
    }
}
