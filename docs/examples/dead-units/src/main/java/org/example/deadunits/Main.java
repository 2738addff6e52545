package org.example.deadunits;

import java.util.List;
import java.util.Random;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.crease.trainer.experiment.Probes;
import org.crease.trainer.probing.FindingSink;
import org.crease.trainer.probing.ProbeListener;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Trains an ordinary Deeplearning4j network on a disc inside a ring, and watches it. */
public final class Main {
    private static final int POINTS = 400;
    private static final int PROBED = 50;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        DataSet data = discAndRing();
        MultiLayerNetwork network = network();

        List<Probe> probes = Probes.parse("[dead-units, rank: {dimension: 2}]", 1);
        ProbeSet probeSet = probeSet(data.getFeatures());
        try (ProbeListener listener = new ProbeListener(probes, probeSet, 100, new Printer())) {
            network.setListeners(listener);
            for (int step = 0; step < 200; step++) {
                network.fit(data);
            }
            listener.finish();
        }
    }

    /** Prints what is found. */
    private static final class Printer implements FindingSink {
        @Override
        public void found(Snapshot snapshot, List<Finding> findings) {
            for (Finding finding : findings) {
                System.out.println("step " + finding.step() + " " + finding.layer() + " " + finding.probe() + " "
                        + finding.summary());
            }
        }

        @Override
        public void failed(long step, String probe, RuntimeException cause) {
            System.err.println("step " + step + ": " + probe + " failed: " + cause.getMessage());
        }
    }

    private static MultiLayerNetwork network() {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Adam(0.01))
                .weightInit(WeightInit.RELU)
                .activation(Activation.RELU)
                .list()
                .layer(new DenseLayer.Builder().name("wide").nOut(16).build())
                .layer(new DenseLayer.Builder().name("narrow").nOut(8).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .name("classes")
                        .nOut(2)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.feedForward(2))
                .build());
        network.init();
        return network;
    }

    private static DataSet discAndRing() {
        Random random = new Random(1);
        INDArray points = Nd4j.zeros(POINTS, 2);
        INDArray classes = Nd4j.zeros(POINTS, 2);
        for (int i = 0; i < POINTS; i++) {
            int ring = i % 2;
            double radius = ring + 0.5 * random.nextDouble();
            double angle = 2 * Math.PI * random.nextDouble();
            points.putScalar(i, 0, radius * Math.cos(angle));
            points.putScalar(i, 1, radius * Math.sin(angle));
            classes.putScalar(i, ring, 1);
        }
        return new DataSet(points, classes);
    }

    /** The first points, each under its position in the data. */
    private static ProbeSet probeSet(INDArray points) {
        int[] ids = new int[PROBED];
        int[] labels = new int[PROBED];
        for (int i = 0; i < PROBED; i++) {
            ids[i] = i;
            labels[i] = i % 2;
        }
        return new ProbeSet(ids, Nd4j.pullRows(points, 1, ids), labels);
    }
}
