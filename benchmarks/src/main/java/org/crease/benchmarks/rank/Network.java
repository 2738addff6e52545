package org.crease.benchmarks.rank;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.benchmarks.Runs;
import org.crease.probes.Array;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.CheckpointEntry;
import org.crease.runlog.RunDirectory;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import org.crease.trainer.config.ProbeSetConfig;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.HostArrays;
import org.crease.trainer.probing.ProbeSets;
import org.crease.trainer.probing.Replica;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network at one checkpoint, with the images that are looked at.
 *
 * @param state what it has learnt
 * @param snapshot of its hidden layers
 */
record Network(String state, Snapshot snapshot) {

    /** Trains the network of {@code configs/mnist.yaml} on a data set. */
    static Path train(Runs runs, String dataset, int epochs) {
        Path file = Path.of(System.getProperty("crease.home", ""), "configs", "mnist.yaml");
        Config config = Configs.read(
                file,
                List.of("task.data.dataset.name=" + dataset, "training.epochs=" + epochs, "probes=[]", "name=rank"));
        runs.train(config);
        return runs.folder().resolve("rank");
    }

    /** The first and the last checkpoint of a run. */
    static List<Network> of(Path run, DatasetLibrary library, int images) {
        try (RunDirectory directory = RunDirectory.open(run)) {
            Experiment experiment = Experiment.recorded(directory, library, Progress.SILENT);
            ProbeSetConfig sample = new ProbeSetConfig(images, ProbeSetConfig.Split.TEST, true);
            ProbeSet probeSet = ProbeSets.draw(sample, experiment.task(), experiment.streams());
            Replica replica = new Replica(experiment.network());
            List<CheckpointEntry> entries = directory.checkpoints().entries().stream()
                    .filter(entry -> !entry.removed())
                    .toList();
            List<Network> networks = new ArrayList<>();
            for (CheckpointEntry entry : List.of(entries.get(0), entries.get(entries.size() - 1))) {
                float[] parameters =
                        HostArrays.parameters(directory.checkpoints().read(entry));
                Snapshot snapshot = replica.snapshot(entry.step(), parameters, probeSet);
                networks.add(new Network(
                        entry.epoch() + " epochs",
                        new Snapshot(
                                entry.step(),
                                snapshot.probeSet(),
                                snapshot.layers().subList(0, snapshot.layers().size() - 1))));
            }
            return networks;
        }
    }

    /** Weights, and masks of the first inputs, as {@code rank.py} takes them. */
    Map<String, Array> arrays(int inputs) {
        Map<String, Array> arrays = new LinkedHashMap<>();
        int number = 1;
        for (LayerSnapshot layer : snapshot.layers()) {
            INDArray weights = ((LayerMap.Dense) layer.map()).weights();
            int units = (int) weights.size(1);
            arrays.put(
                    "w" + number,
                    new Array(HostArrays.floats(weights.transpose().dup('c')), units, weights.size(0)));
            float[] values = HostArrays.floats(layer.activations());
            byte[] masks = new byte[inputs * units];
            for (int k = 0; k < masks.length; k++) {
                masks[k] = (byte) (values[k] > 0 ? 1 : 0);
            }
            arrays.put("m" + number++, new Array(masks, inputs, units));
        }
        return arrays;
    }
}
