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

/** The layers of a snapshot as maps that are affine in pieces, with the first obstacle on the way to each. */
final class PiecewiseNetwork {
    /** The position by which a layer refers to the network's input. */
    static final int INPUT = -1;

    private final List<PiecewiseLayer> layers = new ArrayList<>();
    private final int[] inputShape;

    PiecewiseNetwork(Snapshot snapshot) {
        inputShape = shape(snapshot.probeSet().inputs());
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
        return product(inputShape);
    }

    private int[] shape(int position) {
        return position == INPUT ? inputShape : layers.get(position).shape();
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
        int[] shape = shape(snapshot.activations());
        String obstacle = obstacle(snapshot, sources);
        PreActivation map = null;
        if (obstacle == null) {
            check(snapshot, sources, shape);
            map = map(snapshot, sources, shape);
        }
        return new PiecewiseLayer(snapshot.name(), sources, shape, map, snapshot.activation(), obstacle);
    }

    private PreActivation map(LayerSnapshot snapshot, int[] sources, int[] shape) {
        if (snapshot.map() instanceof LayerMap.MaxPooling pooling) {
            return new PooledPart(pooling.window().pooled(shape(sources[0])));
        }
        boolean sum = snapshot.map() instanceof LayerMap.Addition;
        List<int[]> shapes = Arrays.stream(sources)
                .mapToObj(source -> sum ? shape : shape(source))
                .toList();
        int units = product(shape);
        AffinePart map = AffinePart.of(snapshot.name(), snapshot.map(), shapes, units);
        return snapshot.activation().kind() == Activation.Kind.SOFTMAX ? new CentredPart(map, units) : map;
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
        if (snapshot.map() instanceof LayerMap.Opaque opaque) {
            return "layer " + snapshot.name() + " is of kind " + opaque.kind()
                    + ", which the probe has no description of";
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

    private void check(LayerSnapshot snapshot, int[] sources, int[] shape) {
        LayerMap map = snapshot.map();
        if (map instanceof LayerMap.Dense dense) {
            expect(
                    snapshot,
                    "inputs",
                    product(shape(sources[0])),
                    dense.weights().size(0));
            expect(snapshot, "units", product(shape), dense.weights().size(1));
        } else if (map instanceof LayerMap.Convolution convolution) {
            checkImage(
                    snapshot,
                    sources,
                    shape,
                    convolution.window(),
                    convolution.weights().size(0));
            expect(
                    snapshot,
                    "input channels",
                    shape(sources[0])[0],
                    convolution.weights().size(1));
        } else if (map instanceof LayerMap.MaxPooling pooling) {
            checkImage(snapshot, sources, shape, pooling.window(), shape(sources[0])[0]);
            if (Arrays.stream(pooling.window().pooled(shape(sources[0]))).anyMatch(under -> under.length == 0)) {
                throw new ProbeException("layer " + snapshot.name()
                        + ": a window lies outside of the image; expected a part of it inside");
            }
        } else if (map instanceof LayerMap.AveragePooling pooling) {
            checkImage(snapshot, sources, shape, pooling.window(), shape(sources[0])[0]);
        } else {
            for (int source : sources) {
                expect(snapshot, "units", product(shape), product(shape(source)));
            }
        }
    }

    private void checkImage(LayerSnapshot snapshot, int[] sources, int[] shape, LayerMap.Window window, long channels) {
        int[] image = shape(sources[0]);
        if (image.length != 3 || shape.length != 3) {
            throw new ProbeException("layer " + snapshot.name() + ": a window needs images; its input has "
                    + image.length + " dimensions, its value " + shape.length + ", expected 3");
        }
        expect(snapshot, "channels", shape[0], channels);
        expect(snapshot, "height", shape[1], window.output()[0]);
        expect(snapshot, "width", shape[2], window.output()[1]);
    }

    private static void expect(LayerSnapshot snapshot, String what, long actual, long expected) {
        if (actual != expected) {
            throw new ProbeException("layer " + snapshot.name() + ": the snapshot has " + actual + " " + what
                    + ", its map asks for " + expected);
        }
    }

    private static int[] shape(INDArray array) {
        return Arrays.stream(array.shape()).skip(1).mapToInt(Math::toIntExact).toArray();
    }

    private static int product(int[] extents) {
        return Arrays.stream(extents).reduce(1, Math::multiplyExact);
    }
}
