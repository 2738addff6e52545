package org.crease.trainer.probing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
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
        if (graph.getVertex(LayerSnapshot.NETWORK_INPUT) != null
                && !LayerSnapshot.NETWORK_INPUT.equals(networkInput())) {
            throw new IllegalArgumentException(
                    "a layer of the network is called " + LayerSnapshot.NETWORK_INPUT + ", the name of its input");
        }
    }

    /**
     * The network with these parameters, looking at a probe set. Where the network folds rows to images first, the snapshot
     * has the images for its inputs.
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
        graph.setInput(0, probeSet.inputs());
        ProbeSet seen = asImages(probeSet);
        Map<String, INDArray> values = new HashMap<>(Map.of(networkInput(), probeSet.inputs()));
        List<LayerSnapshot> layers = new ArrayList<>();
        for (int index : graph.topologicalSortOrder()) {
            GraphVertex vertex = graph.getVertices()[index];
            if (!vertex.isInputVertex()) {
                values.put(vertex.getVertexName(), value(vertex, values));
                layers.add(read(vertex, values, seen.inputs()));
            }
        }
        return new Snapshot(step, seen, layers);
    }

    /**
     * The value of one vertex at inference. Each gets copies of its inputs: Deeplearning4j's own feed-forward lets an
     * activation layer overwrite the layer before it.
     */
    private INDArray value(GraphVertex vertex, Map<String, INDArray> values) {
        LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
        List<String> sources = sources(vertex);
        for (int i = 0; i < sources.size(); i++) {
            INDArray input = requireNonNull(values.get(sources.get(i)));
            vertex.setInput(i, input.dup(input.ordering()), none);
        }
        INDArray value = vertex.doForward(false, none);
        vertex.clear();
        return value;
    }

    /** Rows that the network's first layer folds to images, as these images: the same numbers in the same order. */
    private ProbeSet asImages(ProbeSet probeSet) {
        INDArray inputs = probeSet.inputs();
        if (inputs.rank() == 2) {
            for (GraphVertex vertex : graph.getVertices()) {
                if (vertex instanceof LayerVertex layer
                        && layer.getLayerPreProcessor() instanceof FeedForwardToCnnPreProcessor folding
                        && sources(vertex).equals(List.of(networkInput()))) {
                    INDArray images = HostArrays.detached(inputs)
                            .reshape(
                                    'c',
                                    inputs.size(0),
                                    folding.getNumChannels(),
                                    folding.getInputHeight(),
                                    folding.getInputWidth());
                    return new ProbeSet(probeSet.ids(), images, probeSet.labels());
                }
            }
        }
        return probeSet;
    }

    private LayerSnapshot read(GraphVertex vertex, Map<String, INDArray> values, INDArray seen) {
        List<String> names = new ArrayList<>();
        List<INDArray> inputs = new ArrayList<>();
        for (String source : sources(vertex)) {
            boolean first = source.equals(networkInput());
            names.add(first ? LayerSnapshot.NETWORK_INPUT : source);
            inputs.add(first ? seen : requireNonNull(values.get(source)));
        }
        return LayerReader.read(
                vertex,
                requireNonNull(graph.getConfiguration().getVertices().get(vertex.getVertexName())),
                names,
                inputs,
                requireNonNull(values.get(vertex.getVertexName())));
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
