package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.crease.probes.Cancellation;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.jspecify.annotations.Nullable;

/**
 * Carries the Jacobian by the network's input forward through the layers, at one input after another: J_0 = I, J_l = D_l
 * W_l J_{l-1}, with D_l the slopes of layer l's activation. Rows of dead units are never computed, a Jacobian is freed
 * after its last use, and the product W_1 I of a first dense layer is made once for all inputs.
 *
 * <p>Singular values of J depend on J Jᵀ alone. So where everything passes through a first dense layer narrower than the
 * input, W_1 is replaced by the triangle L of W_1 = L Q, which has the same W_1 W_1ᵀ and fewer columns.
 */
final class Propagation implements AutoCloseable {
    private final Network network;
    private final @Nullable LinearMap[] maps;
    private final @Nullable Jacobian[] shared;
    private final Jacobian identity;

    /** Takes what one walk has at one layer. */
    interface Visitor {
        /**
         * Called once a layer asked for.
         *
         * @param jacobian valid during the call
         */
        void visit(int layer, Jacobian jacobian) throws InterruptedException;
    }

    /** Makes the linear maps of the layers given. */
    Propagation(Network network, BitSet layers) throws InterruptedException {
        this.network = network;
        maps = new @Nullable LinearMap[network.layers().size()];
        shared = new @Nullable Jacobian[network.layers().size()];
        identity = Jacobian.identity(network.features());
        for (int i = layers.nextSetBit(0); i >= 0; i = layers.nextSetBit(i + 1)) {
            Layer layer = network.layer(i);
            if (!(layer.map() instanceof LayerMap.MaxPooling)) {
                LinearMap map = LinearMaps.of(layer);
                maps[i] = map;
                if (network.first(i)) {
                    shared[i] = shared(map, layer, network.bottleneck(i, layers));
                }
            }
        }
    }

    private Jacobian shared(LinearMap map, Layer layer, boolean bottleneck) throws InterruptedException {
        Jacobian product = map.apply(List.of(identity), Jacobian.all(layer.units()));
        return bottleneck
                ? new Jacobian(layer.units(), product.live(), SingularValues.triangle(product.rows()))
                : product;
    }

    /** Visits the layers wanted at one input. */
    void walk(int input, BitSet wanted, Visitor visitor) throws InterruptedException {
        BitSet needed = network.needed(wanted);
        @Nullable Jacobian[] live = new @Nullable Jacobian[network.layers().size()];
        try {
            for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
                Cancellation.check();
                Layer layer = network.layer(i);
                Jacobian jacobian = layer.passesOn() ? source(live, layer.sources()[0]) : jacobian(i, input, live);
                if (!layer.passesOn()) {
                    live[i] = jacobian;
                }
                if (wanted.get(i)) {
                    visitor.visit(i, jacobian);
                }
                freeUnused(i, live);
            }
        } finally {
            Arrays.stream(live).forEach(Propagation::free);
        }
    }

    private void freeUnused(int position, @Nullable Jacobian[] live) {
        for (int source : network.layer(position).sources()) {
            if (source != Network.INPUT && network.lastUse(source) == position) {
                free(live[source]);
                live[source] = null;
            }
        }
    }

    private static void free(@Nullable Jacobian jacobian) {
        if (jacobian != null) {
            jacobian.close();
        }
    }

    private Jacobian source(@Nullable Jacobian[] live, int position) {
        Jacobian jacobian = position == Network.INPUT ? identity : live[position];
        if (jacobian == null) {
            throw new IllegalStateException(
                    "layer " + network.layer(position).name() + " was freed before its last use");
        }
        return jacobian;
    }

    private interface Linear {
        /** The linear part's rows of these units. */
        Jacobian rows(int[] wanted) throws InterruptedException;
    }

    private Jacobian jacobian(int position, int input, @Nullable Jacobian[] live) throws InterruptedException {
        List<Jacobian> sources = new ArrayList<>();
        for (int source : network.layer(position).sources()) {
            sources.add(source(live, source));
        }
        return activated(position, input, wanted -> linear(position, input, sources, wanted));
    }

    private Jacobian activated(int position, int input, Linear linear) throws InterruptedException {
        Layer layer = network.layer(position);
        if (layer.activation().kind() == Activation.Kind.SOFTMAX) {
            double[] probabilities = Softmax.probabilities(preActivations(position, input));
            try (Jacobian logits = linear.rows(Jacobian.all(layer.units()))) {
                return Softmax.multiply(probabilities, logits);
            }
        }
        double[] slopes = slopes(position, input);
        int[] alive = Arrays.stream(Jacobian.all(layer.units()))
                .filter(unit -> slopes[unit] != 0)
                .toArray();
        Jacobian jacobian = linear.rows(alive);
        jacobian.scale(slopes);
        return jacobian;
    }

    /** The derivative of a layer's value by the layer's own input, at one input; owned by the caller. */
    Jacobian own(int position, int input) throws InterruptedException {
        LinearMap map = mapAt(position, input);
        if (map instanceof DenseMap dense) {
            return activated(position, input, dense::rows);
        }
        try (Jacobian units = Jacobian.identity(network.layer(position).inputUnits())) {
            return activated(position, input, wanted -> map.apply(List.of(units), wanted));
        }
    }

    /** A layer's own map before its activation, all rows in the order of the units; owned by the caller. */
    Jacobian rows(int position) throws InterruptedException {
        Layer layer = network.layer(position);
        int[] all = Jacobian.all(layer.units());
        LinearMap map = maps[position];
        if (map == null) {
            throw new IllegalArgumentException("layer " + layer.name() + " has no map that is the same everywhere");
        } else if (map instanceof DenseMap dense) {
            return dense.rows(all);
        }
        try (Jacobian units = Jacobian.identity(layer.inputUnits());
                Jacobian rows = map.apply(List.of(units), all)) {
            return new SelectionMap(all).apply(List.of(rows), all);
        }
    }

    /** The norms of the columns of a layer's own map, where each unit takes one unit of each source. */
    double[] columnNorms(int position, int input) throws InterruptedException {
        Layer layer = network.layer(position);
        double[] slopes = slopes(position, input);
        double[] squares = new double[layer.inputUnits()];
        int[] taken = layer.map() instanceof LayerMap.MaxPooling pooling
                ? winners(layer, pooling, input)
                : Jacobian.all(layer.units());
        double[] scale =
                layer.map() instanceof LayerMap.Scaling scaling ? Values.of(scaling.scale()) : new double[] {1};
        for (int unit = 0; unit < slopes.length; unit++) {
            double entry = slopes[unit] * scale[unit / (slopes.length / scale.length)];
            squares[taken[unit]] += layer.sources().length * entry * entry;
        }
        return Arrays.stream(squares).map(Math::sqrt).toArray();
    }

    private Jacobian linear(int position, int input, List<Jacobian> sources, int[] wanted) throws InterruptedException {
        Jacobian product = shared[position];
        if (product != null) {
            return new SelectionMap(Jacobian.all(product.units())).apply(List.of(product), wanted);
        }
        return mapAt(position, input).apply(sources, wanted);
    }

    private LinearMap mapAt(int position, int input) {
        LinearMap map = maps[position];
        if (map != null) {
            return map;
        }
        Layer layer = network.layer(position);
        if (layer.map() instanceof LayerMap.MaxPooling pooling) {
            return new SelectionMap(winners(layer, pooling, input));
        }
        throw new IllegalStateException("layer " + layer.name() + " was not prepared");
    }

    private int[] winners(Layer layer, LayerMap.MaxPooling pooling, int input) {
        return new MaxPooling(layer.inputShape(), pooling.window()).winners(network.values(layer.sources()[0], input));
    }

    private double[] slopes(int position, int input) throws InterruptedException {
        Layer layer = network.layer(position);
        Activation activation = layer.activation();
        if (activation.piecewiseLinear()) {
            double[] values = network.values(position, input);
            return Arrays.stream(values)
                    .map(value -> Derivatives.piecewise(activation, value > 0))
                    .toArray();
        }
        return Arrays.stream(preActivations(position, input))
                .map(x -> Derivatives.smooth(activation.kind(), x))
                .toArray();
    }

    /** The map's value, recomputed in double precision: the slope of a saturated unit hangs on its last digits. */
    private double[] preActivations(int position, int input) throws InterruptedException {
        Layer layer = network.layer(position);
        List<Jacobian> points = new ArrayList<>();
        for (int source : layer.sources()) {
            points.add(Jacobian.column(network.values(source, input)));
        }
        double[] values = LinearMaps.constant(layer);
        try (Jacobian image = mapAt(position, input).apply(points, Jacobian.all(layer.units()))) {
            for (int row = 0; row < image.live().length; row++) {
                values[image.live()[row]] += image.rows().get(row, 0);
            }
        } finally {
            points.forEach(Jacobian::close);
        }
        return values;
    }

    @Override
    public void close() {
        identity.close();
        Arrays.stream(shared).forEach(Propagation::free);
    }
}
