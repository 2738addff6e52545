package org.crease.probes.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The layers of a snapshot as affine maps and activation functions, with the first obstacle on the way to each. */
final class PiecewiseNetwork {
    /** The position by which a layer refers to the network's input. */
    static final int INPUT = -1;

    private final List<PiecewiseLayer> layers = new ArrayList<>();
    private final int features;

    PiecewiseNetwork(Snapshot snapshot) {
        features = elements(snapshot.probeSet().inputs());
        Map<String, Integer> positions = new HashMap<>(Map.of(LayerSnapshot.NETWORK_INPUT, INPUT));
        for (LayerSnapshot layer : snapshot.layers()) {
            layers.add(layer(layer, sources(layer, positions)));
            positions.put(layer.name(), layers.size() - 1);
        }
    }

    List<PiecewiseLayer> layers() {
        return layers;
    }

    /** Number of numbers in one input. */
    int features() {
        return features;
    }

    /** Number of numbers of one input at a layer, or at the network's input. */
    int units(int position) {
        return position == INPUT ? features : layers.get(position).units();
    }

    /** Those of the layers that can be treated, and all that they depend on. */
    BitSet needed(BitSet selected) {
        BitSet needed = (BitSet) selected.clone();
        selected.stream().filter(i -> layers.get(i).obstacle() != null).forEach(needed::clear);
        for (int i = layers.size() - 1; i >= 0; i--) {
            if (needed.get(i)) {
                Arrays.stream(layers.get(i).sources())
                        .filter(source -> source != INPUT)
                        .forEach(needed::set);
            }
        }
        return needed;
    }

    private static int[] sources(LayerSnapshot layer, Map<String, Integer> positions) {
        if (layer.inputs().isEmpty()) {
            throw new ProbeException("layer " + layer.name() + " has no input; expected at least one");
        }
        int[] sources = new int[layer.inputs().size()];
        for (int i = 0; i < sources.length; i++) {
            Integer position = positions.get(layer.inputs().get(i));
            if (position == null) {
                throw new ProbeException("layer " + layer.name() + " takes its input from "
                        + layer.inputs().get(i) + ", which is no layer before it");
            }
            sources[i] = position;
        }
        return sources;
    }

    private PiecewiseLayer layer(LayerSnapshot snapshot, int[] sources) {
        String name = snapshot.name();
        int units = elements(snapshot.activations());
        String obstacle = obstacle(snapshot, sources);
        PreActivation map = obstacle == null ? PreActivations.of(name, snapshot.map(), units) : null;
        if (map != null) {
            check(snapshot, sources, units);
            map = snapshot.activation().kind() == Activation.Kind.SOFTMAX ? PreActivations.centred(map, units) : map;
        } else if (obstacle == null) {
            obstacle = "layer " + name + " is of kind " + kind(snapshot.map())
                    + ", which is not followed; only dense, scaling, addition, flatten and identity are";
        }
        return new PiecewiseLayer(name, sources, units, map, snapshot.activation(), obstacle);
    }

    private @Nullable String obstacle(LayerSnapshot snapshot, int[] sources) {
        for (int source : sources) {
            if (source != INPUT && layers.get(source).obstacle() != null) {
                return layers.get(source).obstacle();
            } else if (source != INPUT && layers.get(source).injective()) {
                return "layer " + layers.get(source).name() + " has the activation function "
                        + word(layers.get(source).activation()) + ": behind it there are no linear regions";
            }
        }
        boolean images = snapshot.activations().rank() != 2;
        return switch (snapshot.activation().kind()) {
            case GELU, SWISH, OTHER -> unknown(snapshot);
            case SOFTMAX -> images ? unknown(snapshot) : null;
            default -> null;
        };
    }

    private static String unknown(LayerSnapshot snapshot) {
        return "layer " + snapshot.name() + " has the activation function " + word(snapshot.activation())
                + ", which is neither piecewise linear nor one-to-one";
    }

    private static String word(Activation activation) {
        return activation.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String kind(LayerMap map) {
        return map instanceof LayerMap.Opaque opaque
                ? opaque.kind()
                : map.getClass().getSimpleName();
    }

    private void check(LayerSnapshot snapshot, int[] sources, int units) {
        for (int source : sources) {
            long expected = snapshot.map() instanceof LayerMap.Dense dense
                    ? dense.weights().size(0)
                    : units;
            if (units(source) != expected) {
                throw new ProbeException("layer " + snapshot.name() + ": a source has " + units(source)
                        + " numbers, the layer's map takes " + expected);
            }
        }
        if (snapshot.map() instanceof LayerMap.Dense dense && dense.weights().size(1) != units) {
            throw new ProbeException("layer " + snapshot.name() + ": the snapshot has " + units
                    + " units, its weights are of " + dense.weights().size(1));
        }
    }

    private static int elements(INDArray array) {
        long elements = 1;
        for (int axis = 1; axis < array.rank(); axis++) {
            elements *= array.size(axis);
        }
        return Math.toIntExact(elements);
    }
}
