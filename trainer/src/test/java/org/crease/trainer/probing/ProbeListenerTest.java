package org.crease.trainer.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.experiment.Probes;
import org.crease.trainer.probing.Probing.Acting;
import org.crease.trainer.probing.Probing.Told;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

@Timeout(60)
class ProbeListenerTest {
    private static final int STEPS = 12;

    private final Told sink = new Told();

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder()
                .seed(11)
                .updater(new Adam(0.01))
                .activation(Activation.RELU);
    }

    private static OutputLayer output() {
        return new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(3)
                .activation(Activation.SOFTMAX)
                .build();
    }

    private static MultiLayerNetwork chain() {
        MultiLayerNetwork network = new MultiLayerNetwork(builder()
                .list()
                .layer(new DenseLayer.Builder().nOut(8).name("first").build())
                .layer(new BatchNormalization())
                .layer(new DropoutLayer(0.5))
                .layer(new DenseLayer.Builder().nOut(6).dropOut(0.8).build())
                .layer(output())
                .setInputType(InputType.feedForward(4))
                .build());
        network.init();
        return network;
    }

    private static ComputationGraph graph() {
        ComputationGraph network = new ComputationGraph(builder()
                .graphBuilder()
                .addInputs("points")
                .setInputTypes(InputType.feedForward(4))
                .addLayer(
                        "hidden", new DenseLayer.Builder().nOut(8).dropOut(0.5).build(), "points")
                .addLayer("classes", output(), "hidden")
                .setOutputs("classes")
                .build());
        network.init();
        return network;
    }

    private static DataSet batch(int step) {
        INDArray targets = Nd4j.zeros(10, 3);
        for (int i = 0; i < 10; i++) {
            targets.putScalar(i, (i + step) % 3, 1);
        }
        return new DataSet(Described.random(10, 4).mul(1 + 0.1 * step), targets);
    }

    private static void fit(Model network, int first, int last) {
        for (int step = first; step <= last; step++) {
            if (network instanceof MultiLayerNetwork chain) {
                chain.fit(batch(step));
            } else {
                ((ComputationGraph) network).fit(batch(step));
            }
        }
    }

    private static ProbeSet probeSet() {
        return Described.probeSet(Described.random(7, 4));
    }

    private static List<Probe> weight() {
        return List.of(new Acting("weight", Probing::firstWeight));
    }

    @Test
    void t3_aListenerDoesNotChangeTheWeightsOfAChain() throws InterruptedException {
        trainsAsIfAlone(ProbeListenerTest::chain);
    }

    @Test
    void t3_aListenerDoesNotChangeTheWeightsOfAGraph() throws InterruptedException {
        trainsAsIfAlone(ProbeListenerTest::graph);
    }

    private void trainsAsIfAlone(Supplier<Model> network) throws InterruptedException {
        Model alone = network.get();
        fit(alone, 1, STEPS);
        Model probed = network.get();
        try (ProbeListener listener = new ProbeListener(weight(), probeSet(), 1, sink)) {
            probed.setListeners(listener);
            fit(probed, 1, STEPS);
            listener.finish();
        }
        assertThat(HostArrays.floats(probed.params())).isEqualTo(HostArrays.floats(alone.params()));
        assertThat(sink.told()).hasSize(STEPS);
    }

    @Test
    void t4_eachFindingIsOfTheWeightsAtItsStepHoweverSlowTheProbe() throws InterruptedException {
        MultiLayerNetwork network = chain();
        CountDownLatch trained = new CountDownLatch(1);
        Probe late = new Acting("late", snapshot -> {
            trained.await();
            return Probing.firstWeight(snapshot);
        });
        List<String> expected = new ArrayList<>();
        try (ProbeListener listener = new ProbeListener(List.of(late), probeSet(), 3, sink)) {
            network.setListeners(listener);
            for (int step = 1; step <= 10; step++) {
                fit(network, step, step);
                if (step % 3 == 0) {
                    double weight = network.getParam("0_W").getDouble(0, 0);
                    expected.add(step + " late " + Map.of("value", weight));
                }
            }
            trained.countDown();
            listener.finish();
        }
        assertThat(sink.told()).isEqualTo(expected).hasSize(3);
    }

    @Test
    void layersOfAChainAreDescribedUnderTheirNames() throws InterruptedException {
        MultiLayerNetwork network = chain();
        List<Snapshot> seen = new ArrayList<>();
        try (ProbeListener listener = listening(seen, probeSet())) {
            network.setListeners(listener);
            fit(network, 1, 3);
            listener.finish();
        }
        Snapshot last = seen.get(2);
        Described.assertExact(last);
        assertThat(last.layers())
                .extracting(layer -> layer.name())
                .containsExactly("first", "layer1", "layer2", "layer3", "layer4");
        List<INDArray> expected = network.feedForward(last.probeSet().inputs(), false);
        for (int i = 0; i < last.layers().size(); i++) {
            assertThat(last.layers().get(i).activations()).isEqualTo(expected.get(i + 1));
        }
    }

    @Test
    void imagesGivenAsRowsAreDescribed() throws InterruptedException {
        MultiLayerNetwork network = new MultiLayerNetwork(builder()
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).build())
                .layer(new ActivationLayer(Activation.TANH))
                .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                        .kernelSize(2, 2)
                        .stride(2, 2)
                        .build())
                .layer(new DenseLayer.Builder().nOut(6).build())
                .layer(output())
                .setInputType(InputType.convolutionalFlat(8, 8, 1))
                .build());
        network.init();
        List<Snapshot> seen = new ArrayList<>();
        INDArray rows = Described.random(5, 64);
        try (ProbeListener listener = listening(seen, Described.probeSet(rows))) {
            network.setListeners(listener);
            network.fit(new DataSet(rows.dup(), Nd4j.ones(5, 3)));
            listener.finish();
        }
        Described.assertExact(seen.get(0));
        assertThat(seen.get(0).probeSet().inputs().shape()).containsExactly(5, 1, 8, 8);
        assertThat(rows).isEqualTo(Described.random(5, 64));
        assertThat(seen.get(0).layers().get(4).activations()).isEqualTo(network.output(rows));
    }

    private ProbeListener listening(List<Snapshot> seen, ProbeSet probeSet) {
        return new ProbeListener(List.of(), probeSet, 1, new Told() {
            @Override
            public void found(Snapshot snapshot, List<Finding> findings) {
                seen.add(snapshot);
            }
        });
    }

    @Test
    void t2_aFailingProbeIsToldAndTrainingGoesOn() throws InterruptedException {
        ComputationGraph network = graph();
        Probe bad = new Acting("bad", snapshot -> {
            throw new IllegalArgumentException("step " + snapshot.step() + " is bad");
        });
        try (ProbeListener listener = new ProbeListener(List.of(bad), probeSet(), 5, sink)) {
            network.setListeners(listener);
            fit(network, 1, STEPS);
            listener.finish();
        }
        assertThat(sink.told()).containsExactly("5 bad failed: step 5 is bad", "10 bad failed: step 10 is bad");
        assertThat(network.getIterationCount()).isEqualTo(STEPS);
    }

    @Test
    void anInterruptionOfTrainingIsKept() {
        ComputationGraph network = graph();
        try (ProbeListener listener = new ProbeListener(weight(), probeSet(), 1, sink)) {
            network.setListeners(listener);
            Thread.currentThread().interrupt();
            fit(network, 1, 1);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(network.getIterationCount()).isEqualTo(1);
    }

    @Test
    void trainingMayGoOnAfterFinishingAndAfterClosing() throws InterruptedException {
        MultiLayerNetwork network = chain();
        ProbeListener listener = new ProbeListener(weight(), probeSet(), 2, sink);
        network.setListeners(listener);
        fit(network, 1, 4);
        listener.finish();
        fit(network, 5, 8);
        listener.finish();
        listener.close();
        fit(network, 9, 30);
        assertThat(sink.told().stream().map(line -> line.replaceAll(" .*", ""))).containsExactly("2", "4", "6", "8");
    }

    @Test
    void aProbeSetThatTheNetworkCannotTakeEndsTraining() {
        MultiLayerNetwork network = chain();
        ProbeSet wide = Described.probeSet(Described.random(7, 5));
        try (ProbeListener listener = new ProbeListener(weight(), wide, 1, sink)) {
            network.setListeners(listener);
            assertThatThrownBy(() -> {
                        fit(network, 1, 1);
                        listener.finish();
                    })
                    .isInstanceOf(ProbingFailedException.class)
                    .hasMessageContaining("5 columns");
        }
    }

    @Test
    void shippedProbesLookAtAUsersNetwork() throws InterruptedException {
        List<Finding> all = new ArrayList<>();
        MultiLayerNetwork network = chain();
        List<Probe> probes = Probes.parse("[rank, topology]", 1);
        try (ProbeListener listener = new ProbeListener(probes, probeSet(), 4, new Told() {
            @Override
            public void found(Snapshot snapshot, List<Finding> findings) {
                all.addAll(findings);
            }
        })) {
            network.setListeners(listener);
            fit(network, 1, 4);
            listener.finish();
        }
        assertThat(all).hasSize(2 * 5).allMatch(finding -> finding.step() == 4);
        assertThat(all.get(0).summary().get("rank_max")).isBetween(1.0, 4.0);
    }

    @Test
    void everyMustBePositive() {
        assertThatThrownBy(() -> new ProbeListener(weight(), probeSet(), 0, sink))
                .hasMessage("every is 0, must be at least 1");
    }
}
