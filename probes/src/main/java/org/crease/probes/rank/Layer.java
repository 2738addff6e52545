package org.crease.probes.rank;

import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A layer in its place in the network.
 *
 * @param snapshot the layer
 * @param sources positions of the layers that it takes its input from, or {@link Network#INPUT}; layers that pass their
 *     only input on unchanged are skipped
 * @param inputShape extents of the (first) input
 * @param shape extents of the layer's value
 * @param smooth whether it, or a layer before it, has a smooth activation
 * @param obstacle why there is no derivative of it by the network's input, or null where there is one
 */
record Layer(
        LayerSnapshot snapshot,
        int[] sources,
        int[] inputShape,
        int[] shape,
        boolean smooth,
        @Nullable String obstacle) {

    String name() {
        return snapshot.name();
    }

    LayerMap map() {
        return snapshot.map();
    }

    Activation activation() {
        return snapshot.activation();
    }

    int units() {
        return product(shape);
    }

    int inputUnits() {
        return product(inputShape);
    }

    /** Whether units switch between two slopes, so that the layer has a codeword. */
    boolean switches() {
        return activation().piecewiseLinear() && activation().kind() != Activation.Kind.IDENTITY;
    }

    /** Whether the layer's Jacobian is that of its only source. */
    boolean passesOn() {
        return activation().kind() == Activation.Kind.IDENTITY
                && (map() instanceof LayerMap.Flatten || map() instanceof LayerMap.Identity);
    }

    static int product(int[] extents) {
        int product = 1;
        for (int extent : extents) {
            product = Math.multiplyExact(product, extent);
        }
        return product;
    }
}
