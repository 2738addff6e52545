package org.crease.trainer.probing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.activations.impl.ActivationHardTanH;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks as users make them: described exactly, or said to be opaque. */
class ForeignNetworksTest {
    private static final int INPUTS = 5;
    private static final IActivation RELU = new ActivationReLU();

    private static GraphBuilder graph(InputType input) {
        return new NeuralNetConfiguration.Builder()
                .seed(3)
                .updater(new Sgd(0.1))
                .biasInit(0.1)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(input);
    }

    private static Layer output() {
        return new OutputLayer.Builder()
                .nOut(3)
                .activation(new ActivationIdentity())
                .lossFunction(LossFunction.MSE)
                .build();
    }

    private static ComputationGraph built(GraphBuilder builder) {
        ComputationGraph graph = new ComputationGraph(builder.setOutputs("out").build());
        graph.init();
        return graph;
    }

    /** One layer named {@code x}, then an output; trained for some steps. */
    private static Snapshot snapshot(InputType type, INDArray inputs, Layer layer) {
        ComputationGraph graph = built(graph(type).addLayer("x", layer, "in").addLayer("out", output(), "x"));
        for (int step = 0; step < 3; step++) {
            graph.fit(new INDArray[] {inputs}, new INDArray[] {Nd4j.ones(inputs.size(0), 3)});
        }
        return Described.snapshot(graph, inputs);
    }

    private static Snapshot ofRows(Layer layer) {
        return snapshot(InputType.feedForward(6), Described.random(INPUTS, 6), layer);
    }

    private static Snapshot ofImages(Layer layer) {
        return snapshot(InputType.convolutional(7, 8, 2), Described.random(INPUTS, 2, 7, 8), layer);
    }

    private static Layer dense(IActivation activation) {
        return new DenseLayer.Builder().nOut(4).activation(activation).build();
    }

    @Test
    void layersWithoutBiasAreDescribed() {
        Described.assertExact(ofRows(
                new DenseLayer.Builder().nOut(4).hasBias(false).activation(RELU).build()));
        Described.assertExact(ofImages(new ConvolutionLayer.Builder(3, 2)
                .nOut(3)
                .hasBias(false)
                .activation(RELU)
                .build()));
    }

    @Test
    void windowsThatAreNoSquaresWithPaddingAreDescribed() {
        Described.assertExact(ofImages(new ConvolutionLayer.Builder(3, 2)
                .stride(2, 1)
                .padding(1, 1)
                .nOut(3)
                .activation(new ActivationLReLU(0.3))
                .build()));
        for (SubsamplingLayer.PoolingType type :
                List.of(SubsamplingLayer.PoolingType.MAX, SubsamplingLayer.PoolingType.AVG)) {
            Described.assertExact(ofImages(new SubsamplingLayer.Builder(type)
                    .kernelSize(3, 2)
                    .stride(2, 2)
                    .padding(1, 1)
                    .build()));
        }
    }

    @Test
    void everyBatchNormalisationIsDescribed() {
        Described.assertExact(ofRows(
                new BatchNormalization.Builder().useLogStd(true).decay(0.5).build()));
        Described.assertExact(ofImages(
                new BatchNormalization.Builder().useLogStd(true).decay(0.5).build()));
        Described.assertExact(ofImages(new BatchNormalization.Builder()
                .lockGammaBeta(true)
                .gamma(1.5)
                .beta(-0.25)
                .decay(0.5)
                .build()));
    }

    @Test
    void aLossLayerIsItsActivation() {
        ComputationGraph graph = built(graph(InputType.feedForward(6))
                .addLayer("x", dense(new ActivationIdentity()), "in")
                .addLayer(
                        "out",
                        new LossLayer.Builder()
                                .activation(new ActivationTanH())
                                .lossFunction(LossFunction.MSE)
                                .build(),
                        "x"));
        Snapshot snapshot = Described.snapshot(graph, Described.random(INPUTS, 6));
        Described.assertExact(snapshot);
        assertThat(Described.layer(snapshot, "out").activation().kind()).isEqualTo(Activation.Kind.TANH);
    }

    @Test
    void rowsThatAreFoldedToImagesAreShownAsImages() {
        Layer convolution =
                new ConvolutionLayer.Builder(3, 3).nOut(3).activation(RELU).build();
        Snapshot snapshot = snapshot(InputType.convolutionalFlat(7, 8, 2), Described.random(INPUTS, 112), convolution);
        Described.assertExact(snapshot);
        assertThat(snapshot.probeSet().inputs()).isEqualTo(Described.random(INPUTS, 2, 7, 8));
    }

    @Test
    void foldingWithinTheNetworkIsOpaque() {
        ComputationGraph graph = built(graph(InputType.feedForward(6))
                .addLayer(
                        "wide",
                        new DenseLayer.Builder().nOut(12).activation(RELU).build(),
                        "in")
                .addLayer(
                        "x",
                        new ConvolutionLayer.Builder(2, 2)
                                .nOut(2)
                                .activation(RELU)
                                .build(),
                        new FeedForwardToCnnPreProcessor(3, 4, 1),
                        "wide")
                .addLayer("out", output(), "x"));
        Snapshot snapshot = Described.snapshot(graph, Described.random(INPUTS, 6));
        assertOpaque(snapshot, "ConvolutionLayer behind FeedForwardToCnnPreProcessor");
    }

    @Test
    void flatteningByAVertexIsDescribed() {
        ComputationGraph graph = built(graph(InputType.convolutional(3, 4, 2))
                .addVertex("flat", new PreprocessorVertex(new CnnToFeedForwardPreProcessor(3, 4, 2)), "in")
                .addLayer("x", new BatchNormalization.Builder().build(), "flat")
                .addLayer("out", output(), "x"));
        Snapshot snapshot = Described.snapshot(graph, Described.random(INPUTS, 2, 3, 4));
        Described.assertExact(snapshot);
        assertThat(Described.layer(snapshot, "flat").map()).isInstanceOf(LayerMap.Flatten.class);
    }

    @Test
    void sumsOfTwoBranchesAreDescribed() {
        ComputationGraph graph = built(graph(InputType.feedForward(6))
                .addLayer("a", dense(RELU), "in")
                .addLayer("b", dense(RELU), "in")
                .addVertex("x", new ElementWiseVertex(ElementWiseVertex.Op.Add), "a", "b", "a")
                .addLayer("out", output(), "x"));
        Described.assertExact(Described.snapshot(graph, Described.random(INPUTS, 6)));
    }

    static List<Layer> opaqueOfImages() {
        return List.of(
                new ConvolutionLayer.Builder(2, 2)
                        .dilation(2, 2)
                        .nOut(2)
                        .activation(RELU)
                        .build(),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.PNORM)
                        .kernelSize(2, 2)
                        .pnorm(2)
                        .build(),
                new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                        .kernelSize(2, 2)
                        .padding(1, 1)
                        .avgPoolIncludePadInDivisor(true)
                        .build(),
                new Upsampling2D.Builder(2).build(),
                new GlobalPoolingLayer.Builder().build());
    }

    @ParameterizedTest
    @MethodSource("opaqueOfImages")
    void otherLayersAreOpaque(Layer layer) {
        assertOpaque(ofImages(layer), layer.getClass().getSimpleName());
    }

    @Test
    void layerNormalisationIsOpaque() {
        Layer normalised = new DenseLayer.Builder()
                .nOut(4)
                .hasLayerNorm(true)
                .activation(RELU)
                .build();
        assertOpaque(ofRows(normalised), "DenseLayer");
    }

    @Test
    void imagesWithChannelsLastAreOpaque() {
        InputType type = InputType.convolutional(7, 8, 2, CNN2DFormat.NHWC);
        Snapshot snapshot = snapshot(
                type,
                Described.random(INPUTS, 7, 8, 2),
                new ConvolutionLayer.Builder(3, 3).nOut(3).activation(RELU).build());
        assertOpaque(snapshot, "ConvolutionLayer");
        assertThat(Described.layer(snapshot, "out").map()).isInstanceOf(LayerMap.Dense.class);
    }

    static List<GraphVertex> opaqueVertices() {
        return List.of(
                new MergeVertex(),
                new ElementWiseVertex(ElementWiseVertex.Op.Max),
                new ElementWiseVertex(ElementWiseVertex.Op.Product));
    }

    @ParameterizedTest
    @MethodSource("opaqueVertices")
    void otherVerticesAreOpaque(GraphVertex vertex) {
        ComputationGraph graph = built(graph(InputType.feedForward(6))
                .addLayer("a", dense(RELU), "in")
                .addLayer("b", dense(RELU), "in")
                .addVertex("x", vertex, "a", "b")
                .addLayer("out", output(), "x"));
        Snapshot snapshot = Described.snapshot(graph, Described.random(INPUTS, 6));
        assertOpaque(snapshot, vertex.getClass().getSimpleName());
        assertThat(Described.layer(snapshot, "x").inputs()).containsExactly("a", "b");
    }

    @Test
    void normalisedVectorsAreOpaque() {
        ComputationGraph graph = built(graph(InputType.feedForward(6))
                .addVertex("x", new L2NormalizeVertex(), "in")
                .addLayer("out", output(), "x"));
        assertOpaque(Described.snapshot(graph, Described.random(INPUTS, 6)), "L2NormalizeVertex");
    }

    @Test
    void sequencesAreOpaque() {
        ComputationGraph graph = built(graph(InputType.recurrent(3, 4))
                .addLayer("x", new LSTM.Builder().nOut(4).build(), "in")
                .addLayer(
                        "out",
                        new RnnOutputLayer.Builder()
                                .nOut(2)
                                .activation(new ActivationIdentity())
                                .lossFunction(LossFunction.MSE)
                                .build(),
                        "x"));
        Snapshot snapshot = Described.snapshot(graph, Described.random(INPUTS, 3, 4));
        assertOpaque(snapshot, "LSTM");
        assertThat(Described.layer(snapshot, "out").map()).isEqualTo(new LayerMap.Opaque("RnnOutputLayer"));
    }

    private static void assertOpaque(Snapshot snapshot, String kind) {
        LayerSnapshot layer = Described.layer(snapshot, "x");
        assertThat(layer.map()).isEqualTo(new LayerMap.Opaque(kind));
        assertThat(layer.activation()).isEqualTo(Activation.IDENTITY);
        assertThat(layer.activations().size(0)).isEqualTo(INPUTS);
    }

    static List<IActivation> unknownFunctions() {
        return List.of(
                new ActivationReLU6(),
                new ActivationReLU(6.0, null, null),
                new ActivationReLU(null, 0.5, null),
                new ActivationELU(0.5),
                new ActivationGELU(true),
                new ActivationHardTanH());
    }

    @ParameterizedTest
    @MethodSource("unknownFunctions")
    void otherFunctionsAreSaidToBeUnknown(IActivation function) {
        LayerSnapshot layer = Described.layer(ofRows(new ActivationLayer(function)), "x");
        assertThat(layer.map()).isInstanceOf(LayerMap.Identity.class);
        assertThat(layer.activation()).isEqualTo(new Activation(Activation.Kind.OTHER, 0));
    }

    @Test
    void networksInDoublePrecisionAreShownInSinglePrecision() {
        ComputationGraph graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .seed(3)
                .dataType(DataType.DOUBLE)
                .graphBuilder()
                .addInputs("in")
                .setInputTypes(InputType.feedForward(6))
                .addLayer("x", dense(RELU), "in")
                .addLayer("out", output(), "x")
                .setOutputs("out")
                .build());
        graph.init();
        Snapshot snapshot = Described.snapshot(graph, Described.random(INPUTS, 6));
        Described.assertExact(snapshot);
        assertThat(Described.layer(snapshot, "x").activations().dataType()).isEqualTo(DataType.FLOAT);
    }

    @Test
    void networksThatProbesCannotSeeAreRefused() {
        GraphBuilder two =
                graph(InputType.feedForward(6)).addLayer("a", output(), "in").addLayer("out", output(), "in");
        ComputationGraph outputs =
                new ComputationGraph(two.setOutputs("a", "out").build());
        outputs.init();
        assertThatThrownBy(() -> new Replica(outputs))
                .hasMessage("network has 1 inputs and 2 outputs; probes look at networks with one of each");
        ComputationGraph named = built(graph(InputType.feedForward(6))
                .addLayer("input", dense(RELU), "in")
                .addLayer("out", output(), "input"));
        assertThatThrownBy(() -> new Replica(named))
                .hasMessage("a layer of the network is called input, the name of its input");
    }
}
