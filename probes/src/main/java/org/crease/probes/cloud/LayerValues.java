package org.crease.probes.cloud;

import java.util.ArrayList;
import java.util.List;
import org.crease.probes.ProbeException;
import org.crease.probes.cloud.CloudSettings.At;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.MapEvaluation;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What a layer (or the network's input) holds for each input of the probe set, before or after its activation function. */
final class LayerValues {
    private static final int ROWS = 64; // at a time, so that an interruption is seen soon

    private LayerValues() {}

    static INDArray of(Snapshot snapshot, String name, At at) throws InterruptedException {
        if (at == At.PRE_ACTIVATION && !name.equals(LayerSnapshot.NETWORK_INPUT)) {
            LayerSnapshot layer = layer(snapshot, name);
            refuseOpaque(layer);
            if (layer.activation().kind() != Activation.Kind.IDENTITY) {
                return preActivations(snapshot, layer);
            }
        }
        return activations(snapshot, name);
    }

    /** The layer's value, after its activation function. */
    static INDArray activations(Snapshot snapshot, String name) {
        return name.equals(LayerSnapshot.NETWORK_INPUT)
                ? snapshot.probeSet().inputs()
                : layer(snapshot, name).activations();
    }

    private static LayerSnapshot layer(Snapshot snapshot, String name) {
        return snapshot.layers().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProbeException("snapshot at step " + snapshot.step() + " has no layer " + name));
    }

    private static void refuseOpaque(LayerSnapshot layer) {
        if (layer.map() instanceof LayerMap.Opaque opaque) {
            throw new ProbeException("layer " + layer.name() + " is of kind " + opaque.kind()
                    + ", whose pre-activations are not known; take at: post-activation, or leave it out of layers");
        }
    }

    private static INDArray preActivations(Snapshot snapshot, LayerSnapshot layer) throws InterruptedException {
        List<INDArray> inputs = layer.inputs().stream()
                .map(input -> activations(snapshot, input))
                .toList();
        long count = inputs.get(0).size(0);
        List<INDArray> parts = new ArrayList<>();
        for (long first = 0; first < count; first += ROWS) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted at input " + first + " of " + count);
            }
            INDArrayIndex rows = NDArrayIndex.interval(first, Math.min(count, first + ROWS));
            parts.add(MapEvaluation.apply(
                    layer.map(),
                    inputs.stream().map(input -> input.get(rows).dup('c')).toList()));
        }
        return Nd4j.concat(0, parts.toArray(new INDArray[0]));
    }
}
