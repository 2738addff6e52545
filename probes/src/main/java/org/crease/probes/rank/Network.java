package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerMap.Window;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** The layers of a snapshot with their shapes checked and their sources resolved. Reads no weights: cheap to make. */
final class Network {
    /** The position by which a layer refers to the network's input. */
    static final int INPUT = -1;

    private final Snapshot snapshot;
    private final List<Layer> layers = new ArrayList<>();
    private final int[] lastUse;

    Network(Snapshot snapshot) {
        this.snapshot = snapshot;
        Map<String, Integer> positions = new HashMap<>(Map.of(LayerSnapshot.NETWORK_INPUT, INPUT));
        for (LayerSnapshot layer : snapshot.layers()) {
            layers.add(layer(layer, positions));
            positions.put(layer.name(), layers.size() - 1);
        }
        lastUse = new int[layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            lastUse[i] = i;
            for (int source : layers.get(i).sources()) {
                if (source != INPUT) {
                    lastUse[source] = i;
                }
            }
        }
    }

    List<Layer> layers() {
        return layers;
    }

    Layer layer(int position) {
        return layers.get(position);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Number of numbers in one input of the network. */
    int features() {
        return Layer.product(Values.shape(snapshot.probeSet().inputs()));
    }

    /** The last layer that takes its input from this one; the layer itself where none does. */
    int lastUse(int position) {
        return lastUse[position];
    }

    /** The value of a layer, or of the network's input, at one probe input. */
    double[] values(int position, int input) {
        return position == INPUT
                ? Values.finite(Values.of(snapshot.probeSet().inputs(), input), "probe input " + input)
                : Values.finite(
                        Values.of(layer(position).snapshot().activations(), input),
                        "layer " + layer(position).name() + ": activations at probe input " + input);
    }

    /** Whether a layer multiplies the network's input with a weight matrix. */
    boolean first(int position) {
        Layer layer = layer(position);
        return layer.map() instanceof LayerMap.Dense && layer.sources()[0] == INPUT;
    }

    /** Whether all of the given layers see the input only through this one, and it has fewer units than the input. */
    boolean bottleneck(int position, BitSet layers) {
        return layer(position).units() < features()
                && layers.stream()
                        .filter(other -> other != position && !layer(other).passesOn())
                        .allMatch(other -> Arrays.stream(layer(other).sources()).noneMatch(source -> source == INPUT));
    }

    /** The selected layers and all that they depend on. */
    BitSet needed(BitSet selected) {
        BitSet needed = (BitSet) selected.clone();
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (needed.get(i)) {
                for (int source : layer(i).sources()) {
                    if (source != INPUT) {
                        needed.set(source);
                    }
                }
            }
        }
        return needed;
    }

    private Layer layer(LayerSnapshot snapshot, Map<String, Integer> positions) {
        int[] sources = new int[snapshot.inputs().size()];
        if (sources.length == 0) {
            throw new ProbeException("layer " + snapshot.name() + " has no input; expected at least one");
        }
        for (int i = 0; i < sources.length; i++) {
            Integer position = positions.get(snapshot.inputs().get(i));
            if (position == null) {
                throw new ProbeException("layer " + snapshot.name() + " takes its input from "
                        + snapshot.inputs().get(i) + ", which is no layer before it");
            }
            sources[i] = passed(position);
        }
        int[] shape = Values.shape(snapshot.activations());
        boolean smooth = !snapshot.activation().piecewiseLinear();
        for (int source : sources) {
            smooth |= source != INPUT && layer(source).smooth();
        }
        Integer first = positions.get(snapshot.inputs().get(0));
        int[] inputShape = shape(first == null ? INPUT : first);
        Layer layer = new Layer(snapshot, sources, inputShape, shape, smooth, obstacle(snapshot, sources, shape));
        check(layer);
        return layer;
    }

    /** What keeps the derivative by the input from being followed to a layer: the first such thing on the way. */
    private @Nullable String obstacle(LayerSnapshot snapshot, int[] sources, int[] shape) {
        for (int source : sources) {
            if (source != INPUT && layer(source).obstacle() != null) {
                return layer(source).obstacle();
            }
        }
        String layer = "layer " + snapshot.name();
        if (snapshot.map() instanceof LayerMap.Opaque opaque) {
            return layer + " is of kind " + opaque.kind() + ", which the probe has no description of";
        } else if (snapshot.activation().kind() == Activation.Kind.OTHER) {
            return layer + " has an activation function that the probe does not know";
        } else if (snapshot.activation().kind() == Activation.Kind.SOFTMAX && shape.length != 1) {
            return layer + " has a softmax over images, which the probe does not know";
        }
        return null;
    }

    /** Those of the layers that have a derivative by the network's input. */
    BitSet differentiable(BitSet layers) {
        BitSet differentiable = (BitSet) layers.clone();
        layers.stream().filter(i -> layer(i).obstacle() != null).forEach(differentiable::clear);
        return differentiable;
    }

    /** The layer whose Jacobian a layer has: itself, or the one that it passes on. */
    private int passed(int position) {
        return position != INPUT && layer(position).passesOn() ? layer(position).sources()[0] : position;
    }

    private int[] shape(int position) {
        return position == INPUT
                ? Values.shape(snapshot.probeSet().inputs())
                : layer(position).shape();
    }

    private static void check(Layer layer) {
        LayerMap map = layer.map();
        if (map instanceof LayerMap.Opaque) {
            return;
        } else if (map instanceof LayerMap.Dense dense) {
            expect(layer, "inputs", layer.inputUnits(), dense.weights().size(0));
            expect(layer, "units", layer.units(), dense.weights().size(1));
        } else if (map instanceof LayerMap.Convolution convolution) {
            checkImage(layer, convolution.window());
            expect(
                    layer,
                    "input channels",
                    layer.inputShape()[0],
                    convolution.weights().size(1));
            expect(layer, "channels", layer.shape()[0], convolution.weights().size(0));
        } else if (map instanceof LayerMap.MaxPooling pooling) {
            checkImage(layer, pooling.window());
        } else if (map instanceof LayerMap.AveragePooling pooling) {
            checkImage(layer, pooling.window());
        } else {
            expect(layer, "units", layer.units(), layer.inputUnits());
        }
    }

    private static void checkImage(Layer layer, Window window) {
        if (layer.inputShape().length != 3 || layer.shape().length != 3) {
            throw new ProbeException("layer " + layer.name() + ": a window needs images; its input has "
                    + layer.inputShape().length + " dimensions, its value " + layer.shape().length + ", expected 3");
        }
        expect(layer, "height", layer.shape()[1], window.output()[0]);
        expect(layer, "width", layer.shape()[2], window.output()[1]);
    }

    private static void expect(Layer layer, String what, long actual, long expected) {
        if (actual != expected) {
            throw new ProbeException("layer " + layer.name() + ": the snapshot has " + actual + " " + what
                    + ", its map asks for " + expected);
        }
    }
}
