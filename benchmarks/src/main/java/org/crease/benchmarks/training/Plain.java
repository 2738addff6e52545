package org.crease.benchmarks.training;

import java.util.List;
import org.crease.benchmarks.CpuTime;
import org.crease.benchmarks.PhaseClock.Span;
import org.crease.trainer.data.Split;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Bare Deeplearning4j: a {@code MultiLayerNetwork} and {@code fit(DataSet)} over batches made beforehand, in the order of the
 * data. With or without its oneDNN helpers, which are off as it comes.
 */
final class Plain implements Contender {
    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    private final List<DataSet> batches;
    private final boolean helpers;

    Plain(Split data, boolean helpers) {
        this.batches = new DataSet(data.inputs(), data.targets())
                .batchBy(Architecture.BATCH).stream()
                        .filter(batch -> batch.numExamples() == Architecture.BATCH)
                        .toList();
        this.helpers = helpers;
    }

    @Override
    public String name() {
        return helpers ? "Deeplearning4j with oneDNN" : "Deeplearning4j";
    }

    @Override
    public Span train(Architecture architecture, int samples) {
        MultiLayerNetwork network = network(architecture);
        long wall = System.nanoTime();
        long cpu = CpuTime.ofThread();
        for (int step = 0; step < samples / Architecture.BATCH; step++) {
            network.fit(batches.get(step % batches.size()));
        }
        return new Span((System.nanoTime() - wall) / 1e9, (CpuTime.ofThread() - cpu) / 1e9);
    }

    /** Layers ask for the property when they are made. */
    private MultiLayerNetwork network(Architecture architecture) {
        String before = System.getProperty(HELPERS_DISABLED, "false");
        System.setProperty(HELPERS_DISABLED, String.valueOf(!helpers));
        try {
            MultiLayerNetwork network = new MultiLayerNetwork(layers(architecture)
                    .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                            .nOut(Architecture.CLASSES)
                            .activation(Activation.SOFTMAX)
                            .build())
                    .setInputType(InputType.convolutional(28, 28, 1))
                    .build());
            network.init();
            return network;
        } finally {
            System.setProperty(HELPERS_DISABLED, before);
        }
    }

    private static ListBuilder layers(Architecture architecture) {
        ListBuilder list = new NeuralNetConfiguration.Builder()
                .updater(new Adam(Architecture.LEARNING_RATE))
                .activation(Activation.RELU)
                .list();
        return switch (architecture) {
            case MLP -> list.layer(dense(256)).layer(dense(128));
            case LENET ->
                list.layer(convolution(20))
                        .layer(pooling())
                        .layer(convolution(50))
                        .layer(pooling())
                        .layer(dense(128));
        };
    }

    private static DenseLayer dense(int units) {
        return new DenseLayer.Builder().nOut(units).build();
    }

    private static ConvolutionLayer convolution(int filters) {
        return new ConvolutionLayer.Builder(5, 5).nOut(filters).build();
    }

    private static SubsamplingLayer pooling() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX, new int[] {2, 2}, new int[] {2, 2})
                .build();
    }
}
