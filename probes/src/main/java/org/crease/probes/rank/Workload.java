package org.crease.probes.rank;

import java.util.BitSet;
import org.crease.probes.Cost;
import org.crease.probes.snapshot.LayerMap;

/**
 * What an examination takes, from the layers' shapes alone: every input in a region of its own, all units alive for memory,
 * half of those that can die for time. Rates were measured on one core with AVX-512; others take up to four times as long.
 */
final class Workload {
    private static final double FLOPS_A_SECOND = 4e10;
    private static final double SECONDS_A_LAYER = 1e-3;
    private static final double ALIVE = 0.5;

    private final Network network;
    private final BitSet layers;
    private final BitSet selected;
    private final int features;

    Workload(Network network, BitSet selected) {
        this.network = network;
        this.selected = selected;
        layers = network.needed(selected);
        features = network.features();
    }

    /** The cost for so many inputs. */
    Cost cost(int inputs) {
        double flops = 0;
        long live = 0;
        long peak = 0;
        double fixed = 2.0 * features * features;
        for (int i = layers.nextSetBit(0); i >= 0; i = layers.nextSetBit(i + 1)) {
            Layer layer = network.layer(i);
            flops += product(layer, i) + (selected.get(i) ? spectrum(i) : 0);
            fixed += weights(layer) + (network.first(i) ? (double) layer.units() * features : 0);
            live += layer.passesOn() ? 0 : elements(layer);
            peak = Math.max(peak, live + scratch(i));
            live -= freed(i);
        }
        return new Cost(inputs * (flops / FLOPS_A_SECOND + layers.cardinality() * SECONDS_A_LAYER), (long)
                (Double.BYTES * (fixed + peak)));
    }

    private double product(Layer layer, int position) {
        if (network.first(position)) {
            return 0;
        }
        double out = alive(position) * features;
        LayerMap map = layer.map();
        if (map instanceof LayerMap.Dense) {
            return 2 * out * ALIVE * layer.inputUnits();
        } else if (map instanceof LayerMap.Convolution convolution) {
            int[] kernel = convolution.window().kernel();
            return 2 * out * layer.inputShape()[0] * kernel[0] * kernel[1];
        }
        return out;
    }

    private double spectrum(int position) {
        double rows = alive(position);
        double smaller = Math.min(rows, features);
        return rows * features * smaller + 4.0 / 3 * smaller * smaller * smaller;
    }

    private double alive(int position) {
        Layer layer = network.layer(position);
        return layer.switches() && layer.activation().slope() == 0 ? ALIVE * layer.units() : layer.units();
    }

    private long elements(Layer layer) {
        return (long) layer.units() * features;
    }

    private static double weights(Layer layer) {
        LayerMap map = layer.map();
        return map instanceof LayerMap.Dense dense
                ? 2.0 * dense.weights().length()
                : map instanceof LayerMap.Convolution convolution
                        ? 2.0 * convolution.weights().length()
                        : 2.0 * layer.units();
    }

    /** A Gram matrix, and a copy of the Jacobian should the SVD be needed. */
    private long scratch(int position) {
        long units = network.layer(position).units();
        long smaller = Math.min(units, features);
        return selected.get(position) ? units * features + smaller * smaller : 0;
    }

    private long freed(int position) {
        long freed = 0;
        for (int source : network.layer(position).sources()) {
            if (source != Network.INPUT && network.lastUse(source) == position) {
                freed += elements(network.layer(source));
            }
        }
        return freed;
    }
}
