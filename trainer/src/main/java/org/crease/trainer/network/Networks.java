package org.crease.trainer.network;

import org.crease.trainer.config.ClippingConfig;
import org.crease.trainer.config.NetworkConfig;
import org.crease.trainer.config.TrainingConfig;
import org.crease.trainer.config.TrainingConfig.Loss;
import org.crease.trainer.device.TrainingDevice;
import org.crease.trainer.seed.Streams;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Makes the network that a configuration describes. Always a {@link ComputationGraph}: one kind of network serves chains and
 * residual blocks alike.
 */
public final class Networks {
    /** Name of the network's input. */
    public static final String INPUT = "input";

    /** Name of the output layer. */
    public static final String OUTPUT = "output";

    private Networks() {}

    /**
     * A network with freshly drawn weights.
     *
     * <p>Sets the calling thread's random stream (which dropout draws from) to the run's stream {@code dropout}, so it is to
     * be called on the thread that trains.
     *
     * @param inputShape (features) or (channels, height, width)
     * @param lastStep number of steps of the whole training, for learning-rate schedules that end with it
     * @throws IllegalArgumentException when the layers do not fit the input or each other
     */
    public static ComputationGraph create(
            NetworkConfig network,
            TrainingConfig training,
            long[] inputShape,
            Output output,
            long lastStep,
            Streams streams) {
        Backend.prepare();
        GraphBuilder builder =
                builder(training, lastStep).graphBuilder().addInputs(INPUT).setInputTypes(type(inputShape));
        GraphAssembly assembly = new GraphAssembly(builder);
        String last = assembly.add(network.layers(), INPUT);
        builder.addLayer(OUTPUT, output(output, training.loss()), last).setOutputs(OUTPUT);
        ComputationGraph graph = initialised(builder, inputShape);
        new WeightDraw(network.initialization(), assembly.initializations(), streams).fill(graph);
        Nd4j.getRandom().setSeed(streams.seedOf("dropout"));
        return graph;
    }

    private static NeuralNetConfiguration.Builder builder(TrainingConfig training, long lastStep) {
        LearningRate rate = new LearningRate(training.optimizer().learningRate(), training.schedule(), lastStep);
        NeuralNetConfiguration.Builder builder =
                new NeuralNetConfiguration.Builder().updater(Updaters.of(training.optimizer(), rate));
        if (training.l1() > 0) {
            builder.l1(training.l1());
        }
        if (training.l2() > 0) {
            builder.l2(training.l2());
        }
        if (training.clipping() instanceof ClippingConfig.Value clip) {
            builder.gradientNormalization(GradientNormalization.ClipElementWiseAbsoluteValue);
            builder.gradientNormalizationThreshold(clip.limit());
        } else if (training.clipping() instanceof ClippingConfig.Norm clip) {
            builder.gradientNormalization(GradientNormalization.ClipL2PerLayer);
            builder.gradientNormalizationThreshold(clip.limit());
        }
        return builder;
    }

    private static InputType type(long[] shape) {
        return shape.length == 3
                ? InputType.convolutional(shape[1], shape[2], shape[0])
                : InputType.feedForward(shape[0]);
    }

    private static OutputLayer output(Output output, Loss loss) {
        boolean classes = output.kind() == Output.Kind.CLASSES;
        LossFunction function = switch (loss) {
            case AUTO -> classes ? LossFunction.MCXENT : LossFunction.MSE;
            case CROSS_ENTROPY -> LossFunction.MCXENT;
            case MEAN_SQUARED_ERROR -> LossFunction.MSE;
            case MEAN_ABSOLUTE_ERROR -> LossFunction.MEAN_ABSOLUTE_ERROR;
        };
        return new OutputLayer.Builder(function)
                .nOut(output.size())
                .activation(classes ? Activation.SOFTMAX : Activation.IDENTITY)
                .build();
    }

    /** Sends one input through: Deeplearning4j itself notices some misfits, of residual blocks above all, only then. */
    private static ComputationGraph initialised(GraphBuilder builder, long[] inputShape) {
        try {
            ComputationGraph graph = new ComputationGraph(builder.build());
            graph.init();
            long[] one = new long[inputShape.length + 1];
            one[0] = 1;
            System.arraycopy(inputShape, 0, one, 1, inputShape.length);
            graph.outputSingle(Nd4j.zeros(one));
            return graph;
        } catch (RuntimeException e) {
            if (TrainingDevice.failure(e).isPresent()) {
                throw e;
            }
            throw new IllegalArgumentException("network: the layers do not fit together: " + firstLine(e), e);
        }
    }

    private static String firstLine(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** The parameters of a network, in layer order, as one row; a copy. */
    public static INDArray parameters(ComputationGraph graph) {
        try (var outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            return graph.params().dup('c');
        }
    }
}
