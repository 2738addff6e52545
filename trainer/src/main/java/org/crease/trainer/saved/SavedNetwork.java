package org.crease.trainer.saved;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crease.probes.Array;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.MapEvaluation;
import org.crease.probes.snapshot.ProbeSet;
import org.crease.probes.snapshot.Snapshot;
import org.crease.runlog.npy.Npz;
import org.crease.runlog.storage.FormatException;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.device.TrainingDevice;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Reads a network that was saved as arrays in an npz, whatever trained it: inputs, and for each layer of a chain weights and
 * bias, or its activations alone. The form is described in {@code docs/saved-arrays.md}. Values of layers with weights are
 * computed in float32.
 */
public final class SavedNetwork {
    /** What layers that are given by their activations alone are called. */
    static final String KIND = "saved activations";

    private final SavedFile file;
    private final List<Activation> functions;
    private final List<LayerSnapshot> layers = new ArrayList<>();
    private String source = LayerSnapshot.NETWORK_INPUT;
    private INDArray value;
    private int described;

    private SavedNetwork(SavedFile file, List<Activation> functions, INDArray inputs) {
        this.file = file;
        this.functions = List.copyOf(functions);
        this.value = inputs;
    }

    /**
     * Reads a file.
     *
     * @param functions the activation function of each layer with weights, in order; when empty ReLU, but identity where it
     *     is the last layer of the file
     * @return the network at step 0
     * @throws DataException when the file is no npz, an array is not known or missing, shapes do not fit together, or a number
     *     is not finite
     */
    public static Snapshot read(Path path, List<Activation> functions) {
        TrainingDevice.takeCpu();
        SavedFile file = new SavedFile(path);
        Map<String, Array> arrays = arrays(path);
        ProbeSet probeSet = probeSet(file, arrays);
        List<SavedLayer> saved = SavedLayers.of(file, arrays);
        SavedNetwork network = new SavedNetwork(file, functions(file, saved, functions), probeSet.inputs());
        saved.forEach(network::add);
        return new Snapshot(0, probeSet, network.layers);
    }

    private static Map<String, Array> arrays(Path path) {
        try {
            return Npz.read(path);
        } catch (FormatException e) {
            throw new DataException(String.valueOf(e.getMessage()), e);
        }
    }

    private static ProbeSet probeSet(SavedFile file, Map<String, Array> arrays) {
        Array inputs = arrays.get(SavedLayers.INPUTS);
        if (inputs == null) {
            throw file.wrong("has no array '" + SavedLayers.INPUTS + "'; expected one of shape (n, features)");
        }
        INDArray read = values(file, SavedLayers.INPUTS, inputs);
        int count = (int) read.size(0);
        int[] ids = new int[count];
        Arrays.setAll(ids, i -> i);
        Array labels = arrays.get(SavedLayers.LABELS);
        int[] known = new int[count];
        Arrays.fill(known, -1);
        return new ProbeSet(
                ids, read, labels == null ? known : SavedNumbers.labels(file, SavedLayers.LABELS, labels, count));
    }

    /** What a layer, or the network's input, holds for each input. Images without channels have one. */
    private static INDArray values(SavedFile file, String name, Array array) {
        long[] shape = array.shape();
        boolean some = Arrays.stream(shape).allMatch(extent -> extent > 0);
        if (!some || shape.length < 2 || shape.length > 4) {
            throw file.shape(
                    name, shape, "(n, features), (n, height, width) or (n, channels, height, width), none of them 0");
        }
        return shape.length == 3
                ? SavedNumbers.read(file, name, array, shape[0], 1, shape[1], shape[2])
                : SavedNumbers.read(file, name, array, shape);
    }

    private static List<Activation> functions(SavedFile file, List<SavedLayer> layers, List<Activation> given) {
        List<SavedLayer> described =
                layers.stream().filter(layer -> layer.weights() != null).toList();
        if (given.isEmpty()) {
            String last = layers.get(layers.size() - 1).name();
            return described.stream()
                    .map(layer -> layer.name().equals(last) ? Activation.IDENTITY : Activation.RELU)
                    .toList();
        } else if (given.size() != described.size()) {
            throw file.wrong(given.size() + " activation functions are given; expected " + described.size()
                    + ", one for each layer with weights");
        }
        return given;
    }

    private void add(SavedLayer layer) {
        Array weights = layer.weights();
        Array activations = layer.activations();
        if (weights != null) {
            addDense(layer, weights);
        } else if (activations != null) {
            String name = layer.name() + ".activations";
            INDArray read = values(file, name, activations);
            if (read.size(0) != value.size(0)) {
                throw file.shape(name, activations.shape(), "a row for each of the " + value.size(0) + " inputs");
            }
            addNext(layer.name(), new LayerMap.Opaque(KIND), Activation.IDENTITY, read);
        }
    }

    private void addDense(SavedLayer layer, Array weights) {
        String name = layer.weightsName();
        long[] shape = weights.shape();
        long before = value.length() / value.size(0);
        if (shape.length != 2 || shape[0] == 0 || shape[1] == 0) {
            throw file.shape(
                    name,
                    shape,
                    "two dimensions; of other layers than dense ones save " + layer.name() + ".activations");
        } else if (shape[layer.torch() ? 1 : 0] != before) {
            throw file.shape(
                    name,
                    shape,
                    (layer.torch() ? "(outputs, " + before + ")" : "(" + before + ", outputs)") + ": " + origin()
                            + " has " + before + " features");
        }
        INDArray read = SavedNumbers.read(file, name, weights, shape);
        INDArray matrix = layer.torch() ? read.transpose().dup('c') : read;
        LayerMap.Dense map = new LayerMap.Dense(matrix, bias(layer, matrix.size(1)));
        Activation function = functions.get(described++);
        INDArray result = ActivationNames.apply(function, MapEvaluation.apply(map, List.of(value)));
        addNext(layer.name(), map, function, result.dup('c'));
    }

    private @Nullable INDArray bias(SavedLayer layer, long outputs) {
        Array bias = layer.bias();
        if (bias == null) {
            return null;
        }
        String name = layer.name() + ".bias";
        if (bias.shape().length != 1 || bias.shape()[0] != outputs) {
            throw file.shape(name, bias.shape(), "[" + outputs + "], one for each output of " + layer.weightsName());
        }
        return SavedNumbers.read(file, name, bias, bias.shape());
    }

    private String origin() {
        return source.equals(LayerSnapshot.NETWORK_INPUT) ? SavedLayers.INPUTS : "layer " + source;
    }

    private void addNext(String name, LayerMap map, Activation function, INDArray result) {
        layers.add(new LayerSnapshot(name, List.of(source), map, function, result));
        source = name;
        value = result;
    }
}
