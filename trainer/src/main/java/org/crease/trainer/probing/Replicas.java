package org.crease.trainer.probing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.crease.probes.snapshot.LayerSnapshot;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;

/**
 * Replicas of a user's own network. Made from its configuration alone: nothing that training changes is read, and a chain of
 * layers has its parameters in the same order as the graph with these layers.
 */
final class Replicas {
    private Replicas() {}

    /**
     * Copies a network's configuration.
     *
     * @return makes the replica; to be called on the thread that uses it
     * @throws IllegalArgumentException when it is neither of the two kinds of networks
     */
    static Supplier<Replica> of(Model model) {
        if (model instanceof MultiLayerNetwork chain) {
            ComputationGraphConfiguration graph =
                    graph(chain.getLayerWiseConfigurations().clone());
            return () -> replica(graph);
        } else if (model instanceof ComputationGraph graph) {
            ComputationGraphConfiguration copy = graph.getConfiguration().clone();
            return () -> replica(copy);
        }
        throw new IllegalArgumentException("network is a " + model.getClass().getName()
                + "; probes look at MultiLayerNetwork and ComputationGraph");
    }

    private static Replica replica(ComputationGraphConfiguration configuration) {
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init();
        return new Replica(graph);
    }

    private static ComputationGraphConfiguration graph(MultiLayerConfiguration chain) {
        List<NeuralNetConfiguration> layers = chain.getConfs();
        boolean named = distinct(layers);
        String last = LayerSnapshot.NETWORK_INPUT;
        GraphBuilder graph = new NeuralNetConfiguration.Builder()
                .dataType(chain.getDataType())
                .graphBuilder()
                .validateOutputLayerConfig(false)
                .addInputs(last);
        for (int i = 0; i < layers.size(); i++) {
            String name = named ? layers.get(i).getLayer().getLayerName() : "layer" + i;
            graph.addLayer(name, layers.get(i).getLayer(), chain.getInputPreProcess(i), last);
            last = name;
        }
        return graph.setOutputs(last).build();
    }

    private static boolean distinct(List<NeuralNetConfiguration> layers) {
        Set<@Nullable String> names = new HashSet<>();
        names.add(null);
        names.add(LayerSnapshot.NETWORK_INPUT);
        return layers.stream().allMatch(layer -> names.add(layer.getLayer().getLayerName()));
    }
}
