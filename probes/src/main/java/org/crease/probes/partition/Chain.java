package org.crease.probes.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crease.probes.ProbeException;
import org.crease.probes.affine.PreciseMap;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The layers of a snapshot with their sources resolved, and what keeps a partition from reaching them. Reads no weights. */
final class Chain {
    /** The position by which a layer refers to the network's input. */
    static final int INPUT = -1;

    private final int[] inputShape;
    private final List<Link> links = new ArrayList<>();

    /**
     * A layer in its place.
     *
     * @param layer the layer
     * @param sources positions of the layers that it takes its input from, or {@link #INPUT}
     * @param inputShape extents of the (first) input
     * @param shape extents of the value
     * @param obstacle why there is no partition by this layer, or null where there is one
     */
    record Link(
            LayerSnapshot layer,
            int[] sources,
            int[] inputShape,
            int[] shape,
            @Nullable String obstacle) {

        String name() {
            return layer.name();
        }

        int units() {
            return product(shape);
        }

        /** Whether units switch between two slopes, so that they cut. */
        boolean switches() {
            return switch (layer.activation().kind()) {
                case RELU, LEAKY_RELU -> true;
                default -> false;
            };
        }
    }

    Chain(Snapshot snapshot) {
        inputShape = shape(snapshot.probeSet().inputs());
        Map<String, Integer> positions = new HashMap<>(Map.of(LayerSnapshot.NETWORK_INPUT, INPUT));
        for (LayerSnapshot layer : snapshot.layers()) {
            links.add(link(layer, positions));
            positions.put(layer.name(), links.size() - 1);
        }
    }

    int size() {
        return links.size();
    }

    Link link(int position) {
        return links.get(position);
    }

    /** The affine map of a layer before its activation. */
    PreciseMap map(int position) {
        Link link = links.get(position);
        List<int[]> shapes = Arrays.stream(link.sources())
                .mapToObj(source ->
                        source == INPUT ? inputShape : links.get(source).shape())
                .toList();
        return PreciseMap.of(link.name(), link.layer().map(), shapes, link.units());
    }

    /** Extents of one input of the network. */
    int[] inputShape() {
        return inputShape;
    }

    int features() {
        return product(inputShape);
    }

    /** A layer by its name. */
    int position(String name) {
        for (int i = 0; i < links.size(); i++) {
            if (links.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new ProbeException("there is no layer " + name + "; there are "
                + String.join(", ", links.stream().map(Link::name).toList()));
    }

    /**
     * Whether this is the network's last layer and nothing but its activation function, such as a softmax, keeps it from
     * having a partition.
     */
    boolean endsSmoothly(int position) {
        Link link = links.get(position);
        LayerMap map = link.layer().map();
        return position == links.size() - 1
                && !link.layer().activation().piecewiseLinear()
                && !(map instanceof LayerMap.Opaque)
                && Arrays.stream(link.sources())
                        .allMatch(source -> source == INPUT || links.get(source).obstacle() == null);
    }

    /** A layer and all that it depends on. */
    BitSet needed(int position) {
        BitSet needed = new BitSet();
        needed.set(position);
        for (int i = position; i >= 0; i--) {
            if (needed.get(i)) {
                Arrays.stream(links.get(i).sources())
                        .filter(source -> source != INPUT)
                        .forEach(needed::set);
            }
        }
        return needed;
    }

    /** The layers that take their input from this one. */
    BitSet readers(int position) {
        BitSet readers = new BitSet();
        for (int i = 0; i < links.size(); i++) {
            readers.set(i, Arrays.stream(links.get(i).sources()).anyMatch(source -> source == position));
        }
        return readers;
    }

    private Link link(LayerSnapshot layer, Map<String, Integer> positions) {
        int[] sources = new int[layer.inputs().size()];
        if (sources.length == 0) {
            throw new ProbeException("layer " + layer.name() + " has no input; expected at least one");
        }
        for (int i = 0; i < sources.length; i++) {
            Integer position = positions.get(layer.inputs().get(i));
            if (position == null) {
                throw new ProbeException("layer " + layer.name() + " takes its input from "
                        + layer.inputs().get(i) + ", which is no layer before it");
            }
            sources[i] = position;
        }
        int[] in = sources[0] == INPUT ? inputShape : links.get(sources[0]).shape();
        return new Link(layer, sources, in, shape(layer.activations()), obstacle(layer, sources));
    }

    private @Nullable String obstacle(LayerSnapshot layer, int[] sources) {
        for (int source : sources) {
            if (source != INPUT && links.get(source).obstacle() != null) {
                return links.get(source).obstacle();
            }
        }
        String name = "layer " + layer.name();
        if (layer.map() instanceof LayerMap.Opaque opaque) {
            return name + " is of kind " + opaque.kind() + ", which the probe has no description of";
        } else if (!layer.activation().piecewiseLinear()) {
            return name + " has the activation function "
                    + layer.activation().kind().name().toLowerCase(Locale.ROOT) + ", which has no straight pieces";
        }
        return null;
    }

    private static int[] shape(INDArray array) {
        return Arrays.stream(array.shape()).skip(1).mapToInt(Math::toIntExact).toArray();
    }

    private static int product(int[] extents) {
        return Arrays.stream(extents).reduce(1, Math::multiplyExact);
    }
}
