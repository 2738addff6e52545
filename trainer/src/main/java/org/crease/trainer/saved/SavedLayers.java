package org.crease.trainer.saved;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.probes.snapshot.LayerSnapshot;
import org.jspecify.annotations.Nullable;

/** Sorts a file's arrays by layer, in the order in which layers first appear. */
final class SavedLayers {
    static final String INPUTS = "inputs";
    static final String LABELS = "labels";

    private final SavedFile file;
    private final Map<String, Map<String, Array>> parts = new LinkedHashMap<>();

    private SavedLayers(SavedFile file) {
        this.file = file;
    }

    static List<SavedLayer> of(SavedFile file, Map<String, Array> arrays) {
        SavedLayers layers = new SavedLayers(file);
        arrays.forEach((name, array) -> {
            if (!name.equals(INPUTS) && !name.equals(LABELS)) {
                layers.add(name, array);
            }
        });
        return layers.all();
    }

    private void add(String array, Array value) {
        int dot = array.lastIndexOf('.');
        String part = array.substring(dot + 1);
        switch (part) {
            case "weights", "weight", "bias", "activations" -> {
                if (dot > 0) {
                    parts.computeIfAbsent(array.substring(0, dot), unused -> new LinkedHashMap<>())
                            .put(part, value);
                    return;
                }
            }
            default -> {}
        }
        throw file.wrong(
                array,
                "is not known; expected inputs, labels, and for each layer NAME.weights (inputs, outputs) or NAME.weight"
                        + " (outputs, inputs), NAME.bias, or NAME.activations");
    }

    private List<SavedLayer> all() {
        List<SavedLayer> layers = new ArrayList<>();
        parts.forEach((name, arrays) -> layers.add(layer(name, arrays)));
        if (layers.isEmpty()) {
            throw file.wrong(
                    "holds no layer; expected at least one array NAME.weights, NAME.weight or NAME.activations");
        }
        return layers;
    }

    private SavedLayer layer(String name, Map<String, Array> arrays) {
        Array ours = arrays.get("weights");
        Array torch = arrays.get("weight");
        Array bias = arrays.get("bias");
        Array activations = arrays.get("activations");
        if (name.equals(LayerSnapshot.NETWORK_INPUT)) {
            throw file.wrong("a layer is called " + name + ", the name of the network's input; call it something else");
        } else if (ours != null && torch != null) {
            throw file.wrong(name + ".weight", "is given besides " + name + ".weights; expected one of them");
        } else if (activations != null && arrays.size() > 1) {
            throw file.wrong(
                    name + ".activations",
                    "is given besides weights or a bias; expected one or the other: activations follow from weights");
        }
        @Nullable Array weights = ours == null ? torch : ours;
        if (weights == null && activations == null) {
            throw file.wrong(name + ".bias", "is given without " + name + ".weights");
        }
        return new SavedLayer(name, weights, torch != null, bias, activations);
    }
}
