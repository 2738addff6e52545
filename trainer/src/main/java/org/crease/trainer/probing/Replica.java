package org.crease.trainer.probing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A network of its own, with the layers of the one that is trained, into which parameters are put to look at them. The one
 * path from parameters to a snapshot: training, replay and cluster all take it, so they see identical numbers.
 *
 * <p>Used by one thread at a time, and never by the thread that trains: making a network draws from that thread's random
 * stream.
 */
public final class Replica {
    private final ComputationGraph graph;

    /** @param graph a network that nobody else uses */
    public Replica(ComputationGraph graph) {
        if (graph.getNumInputArrays() != 1 || graph.getNumOutputArrays() != 1) {
            throw new IllegalArgumentException("network has " + graph.getNumInputArrays() + " inputs and "
                    + graph.getNumOutputArrays() + " outputs; probes look at networks with one of each");
        }
        this.graph = graph;
    }

    /**
     * The network with these parameters, looking at a probe set.
     *
     * @param parameters in layer order; copied
     * @throws IllegalArgumentException when their number is not the network's
     */
    public Snapshot snapshot(long step, float[] parameters, ProbeSet probeSet) {
        if (parameters.length != graph.numParams()) {
            throw new IllegalArgumentException("checkpoint of step " + step + " holds " + parameters.length
                    + " parameters, the network has " + graph.numParams());
        }
        graph.params().assign(HostArrays.row(parameters));
        return new Snapshot(step, probeSet, layers(graph.feedForward(probeSet.inputs(), false)));
    }

    private List<LayerSnapshot> layers(Map<String, INDArray> activations) {
        List<LayerSnapshot> layers = new ArrayList<>();
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            if (!vertex.isInputVertex()) {
                layers.add(read(vertex, activations));
            }
        }
        return layers;
    }

    private LayerSnapshot read(GraphVertex vertex, Map<String, INDArray> activations) {
        List<String> sources = sources(vertex);
        List<String> inputs = sources.stream()
                .map(s -> networkInput().equals(s) ? LayerSnapshot.NETWORK_INPUT : s)
                .toList();
        return LayerReader.read(
                vertex,
                requireNonNull(graph.getConfiguration().getVertices().get(vertex.getVertexName())),
                inputs,
                requireNonNull(activations.get(sources.get(0))),
                requireNonNull(activations.get(vertex.getVertexName())));
    }

    private List<String> sources(GraphVertex vertex) {
        return Arrays.stream(vertex.getInputVertices())
                .map(edge -> graph.getVertices()[edge.getVertexIndex()].getVertexName())
                .toList();
    }

    private String networkInput() {
        return graph.getConfiguration().getNetworkInputs().get(0);
    }
}
