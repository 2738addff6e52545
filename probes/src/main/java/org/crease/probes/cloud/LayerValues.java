package org.crease.probes.cloud;

import java.util.List;
import org.crease.probes.ProbeException;
import org.crease.probes.cloud.CloudSettings.At;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.MapEvaluation;
import org.crease.probes.snapshot.Snapshot;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a layer (or the network's input) holds for each input of the probe set, before or after its activation function. */
final class LayerValues {
    private LayerValues() {}

    static INDArray of(Snapshot snapshot, String name, At at) {
        if (name.equals(LayerSnapshot.NETWORK_INPUT)) {
            return snapshot.probeSet().inputs();
        }
        LayerSnapshot layer = snapshot.layers().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProbeException("snapshot at step " + snapshot.step() + " has no layer " + name));
        if (at == At.POST_ACTIVATION || layer.activation().kind() == Activation.Kind.IDENTITY) {
            return layer.activations();
        }
        List<INDArray> inputs = layer.inputs().stream()
                .map(input -> of(snapshot, input, At.POST_ACTIVATION))
                .toList();
        return MapEvaluation.apply(layer.map(), inputs);
    }
}
