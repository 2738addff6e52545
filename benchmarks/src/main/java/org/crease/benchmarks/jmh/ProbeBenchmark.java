package org.crease.benchmarks.jmh;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.data.Split;
import org.crease.trainer.data.library.DatasetLibrary;
import org.crease.trainer.data.library.Progress;
import org.crease.trainer.experiment.Experiment;
import org.crease.trainer.probing.HostArrays;
import org.crease.trainer.probing.Replica;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.dataset.DataSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The probes of {@code quickstart.yaml} on the snapshot of one checkpoint, after one epoch of training. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class ProbeBenchmark {

    /** What is probed. */
    @State(Scope.Thread)
    public static class Trained {
        private final Experiment experiment;
        private final Replica replica;
        private final float[] parameters;
        private final Snapshot snapshot;

        public Trained() {
            experiment = Experiment.of(
                    Shipped.config("quickstart"), Path.of(""), DatasetLibrary.standard(), Progress.SILENT);
            ComputationGraph graph = experiment.network();
            Split train = experiment.task().train();
            int batch = experiment.config().training().batchSize();
            new DataSet(train.inputs(), train.targets()).batchBy(batch).forEach(graph::fit);
            parameters = HostArrays.floats(graph.params());
            replica = new Replica(graph);
            snapshot = snapshot();
        }

        final Snapshot snapshot() {
            return replica.snapshot(1, parameters, experiment.probeSet());
        }

        List<Finding> examine(String name) throws InterruptedException {
            Probe probe = experiment.probes().stream()
                    .filter(p -> p.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("quickstart.yaml has no probe called " + name));
            return probe.examine(snapshot);
        }
    }

    @Benchmark
    public Snapshot snapshot(Trained trained) {
        return trained.snapshot();
    }

    @Benchmark
    public List<Finding> rank(Trained trained) throws InterruptedException {
        return trained.examine("rank");
    }

    @Benchmark
    public List<Finding> topology(Trained trained) throws InterruptedException {
        return trained.examine("topology");
    }
}
