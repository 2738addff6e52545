package org.crease.trainer.config;

import java.nio.file.Path;
import java.util.List;
import org.crease.probes.Setting;

/** Everything that a run is: the same configuration on the same machine gives the same run, bit for bit. */
public record Config(
        @Setting("Name of the run; its directory is named after it")
        String name,

        @Setting(value = "Seed of every random stream of the run", byDefault = "1")
        long seed,

        @Setting("What is learnt: data and target") TaskConfig task,

        @Setting("The network, its output layer left out: that follows from the target")
        NetworkConfig network,

        @Setting("How it is trained") TrainingConfig training,

        @Setting(value = "When checkpoints are taken, and which are kept", byDefault = "{}")
        CheckpointConfig checkpoints,

        @Setting(value = "What is looked at, at every checkpoint", byDefault = "[]")
        List<ProbeConfig> probes,

        @Setting(value = "The inputs that probes look at", byDefault = "{}")
        ProbeSetConfig probeSet,

        @Setting(value = "How probes run beside the training", byDefault = "{}")
        ProbingConfig probing,

        @Setting(
                value =
                        "Where the network is trained: auto takes a graphics card that Deeplearning4j can use, or else the"
                                + " CPU and says why; cuda refuses instead",
                byDefault = "auto")
        Device device,

        @Setting(value = "Directory that holds the runs, relative to the working directory", byDefault = "runs")
        String runs) {

    /** The same with every file name made absolute, so that it can be read from anywhere. */
    public Config located(Path base) {
        TaskConfig there =
                new TaskConfig(task.data().located(base), task.target(), task.standardize(), task.testShare());
        return new Config(name, seed, there, network, training, checkpoints, probes, probeSet, probing, device, runs);
    }

    /** The same under another name. */
    public Config called(String newName) {
        return new Config(newName, seed, task, network, training, checkpoints, probes, probeSet, probing, device, runs);
    }

    /** The same with another seed. */
    public Config seeded(long newSeed) {
        return new Config(name, newSeed, task, network, training, checkpoints, probes, probeSet, probing, device, runs);
    }

    /** Where the network is trained. */
    public enum Device {
        AUTO,
        CPU,
        CUDA
    }
}
