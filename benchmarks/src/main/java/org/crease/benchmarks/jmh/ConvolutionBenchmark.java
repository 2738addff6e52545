package org.crease.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.crease.trainer.config.Config;
import org.crease.trainer.network.Networks;
import org.crease.trainer.network.Output;
import org.crease.trainer.seed.Streams;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The network of {@code mnist-convolution.yaml} on 128 images: Deeplearning4j's own convolutions against oneDNN's. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class ConvolutionBenchmark {
    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    /** A network and what it is trained on. */
    public abstract static class Network {
        private static final int IMAGES = 128;
        private static final int CLASSES = 10;

        private final ComputationGraph graph;
        private final DataSet images;

        Network(boolean helpers) {
            System.setProperty(HELPERS_DISABLED, String.valueOf(!helpers));
            Config config = Shipped.config("mnist-convolution");
            graph = Networks.create(
                    config.network(),
                    config.training(),
                    new long[] {1, 28, 28},
                    new Output(Output.Kind.CLASSES, CLASSES),
                    1,
                    new Streams(1));
            INDArray labels = Nd4j.zeros(IMAGES, CLASSES);
            for (int i = 0; i < IMAGES; i++) {
                labels.putScalar(i, i % CLASSES, 1);
            }
            images = new DataSet(Nd4j.rand(IMAGES, 1, 28, 28), labels);
        }

        INDArray forward() {
            return graph.outputSingle(images.getFeatures());
        }

        double update() {
            graph.fit(images);
            return graph.score();
        }
    }

    /** As Deeplearning4j comes. */
    @State(Scope.Thread)
    public static class Plain extends Network {
        public Plain() {
            super(false);
        }
    }

    /** As Crease runs it. */
    @State(Scope.Thread)
    public static class OneDnn extends Network {
        public OneDnn() {
            super(true);
        }
    }

    @Benchmark
    public INDArray forwardPlain(Plain network) {
        return network.forward();
    }

    @Benchmark
    public INDArray forwardOneDnn(OneDnn network) {
        return network.forward();
    }

    @Benchmark
    public double updatePlain(Plain network) {
        return network.update();
    }

    @Benchmark
    public double updateOneDnn(OneDnn network) {
        return network.update();
    }
}
