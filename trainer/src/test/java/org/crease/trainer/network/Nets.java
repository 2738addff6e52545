package org.crease.trainer.network;

import java.util.List;
import org.crease.trainer.config.InitializationConfig;
import org.crease.trainer.config.LayerConfig;
import org.crease.trainer.config.LayerConfig.ActivationFunction;
import org.crease.trainer.config.NetworkConfig;
import org.crease.trainer.config.OptimizerConfig;
import org.crease.trainer.config.ScheduleConfig;
import org.crease.trainer.config.TrainingConfig;
import org.crease.trainer.seed.Streams;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** Small networks for tests. */
public final class Nets {
    private Nets() {}

    public static final Output TEN_CLASSES = new Output(Output.Kind.CLASSES, 10);

    public static LayerConfig dense(int units, ActivationFunction activation) {
        return new LayerConfig.Dense(units, activation, null);
    }

    public static LayerConfig convolution(int filters, int kernel, LayerConfig.Padding padding) {
        return new LayerConfig.Convolution(filters, kernel, 1, padding, ActivationFunction.RELU, null);
    }

    public static LayerConfig pooling(LayerConfig.Kind kind, int kernel, int stride, LayerConfig.Padding padding) {
        return new LayerConfig.Pooling(kind, kernel, stride, padding);
    }

    public static TrainingConfig training(OptimizerConfig optimizer) {
        return new TrainingConfig(
                TrainingConfig.Loss.AUTO, optimizer, new ScheduleConfig.Constant(), 32, 1, null, null, 0, 0, null, 10);
    }

    public static OptimizerConfig adam() {
        return new OptimizerConfig.Adam(1e-3, 0.9, 0.999, 1e-8);
    }

    public static ComputationGraph network(long[] inputShape, Output output, LayerConfig... layers) {
        return network(new InitializationConfig.PyTorch(), inputShape, output, layers);
    }

    public static ComputationGraph network(
            InitializationConfig initialization, long[] inputShape, Output output, LayerConfig... layers) {
        NetworkConfig network = new NetworkConfig(List.of(layers), initialization);
        return Networks.create(network, training(adam()), inputShape, output, 100, new Streams(1));
    }
}
