package org.crease.probes.rank;

import java.util.Arrays;
import java.util.BitSet;
import org.crease.probes.Cost;
import org.crease.probes.snapshot.LayerMap;

/**
 * What an examination takes, from the layers' shapes alone: every input in a region of its own, all units alive for memory,
 * half of those that can die for time. Rates were measured on one core with AVX-512; others take up to four times as long.
 */
final class Workload {
    private static final double SINGLE_FLOPS_A_SECOND = 1e11;
    private static final double DOUBLE_FLOPS_A_SECOND = 5e10;
    /** Of Cholesky factors and of tridiagonalisations. */
    private static final double DECISION_FLOPS_A_SECOND = 2e10;

    private static final double SECONDS_A_LAYER = 2e-4;
    private static final double ALIVE = 0.5;

    private final Network network;
    private final BitSet layers;
    private final BitSet selected;
    private final RankSettings settings;
    private final int features;

    Workload(Network network, BitSet selected, RankSettings settings) {
        this.network = network;
        this.selected = selected;
        this.settings = settings;
        layers = network.needed(selected);
        features = network.features();
    }

    /** The cost for so many inputs. */
    Cost cost(int inputs) {
        return new Cost(inputs * seconds(), (long) (shared() + settings.threads() * aThread()));
    }

    /** Of one input. */
    private double seconds() {
        double seconds = 0;
        BitSet chain = chain();
        for (int i = layers.nextSetBit(0); i >= 0; i = layers.nextSetBit(i + 1)) {
            Layer layer = network.layer(i);
            double rate = chain.get(i) ? SINGLE_FLOPS_A_SECOND : DOUBLE_FLOPS_A_SECOND;
            seconds += SECONDS_A_LAYER + product(layer, i) / rate;
            if (selected.get(i)) {
                seconds += decision(alive(i), features, rate, chain.get(i));
                seconds += writtenOut(layer) ? own(layer, i) : 0;
            }
        }
        return seconds;
    }

    /** The layers that are first tried in single precision. */
    private BitSet chain() {
        BitSet chain = new BitSet();
        if (settings.toleranceSweep().isEmpty()) {
            Arrays.stream(DenseChain.positions(network, layers)).forEach(chain::set);
        }
        return chain;
    }

    /** Bytes that do not depend on the number of threads. */
    private double shared() {
        double bytes = 2.0 * Double.BYTES * features * features;
        BitSet chain = new BitSet();
        Arrays.stream(DenseChain.positions(network, layers)).forEach(chain::set);
        for (int i = layers.nextSetBit(0); i >= 0; i = layers.nextSetBit(i + 1)) {
            Layer layer = network.layer(i);
            double first = network.first(i) ? (double) layer.units() * features : 0;
            bytes += Double.BYTES * (weights(layer) + first);
            bytes += settings.ownRank() && OwnRanks.chooses(layer) ? choice(layer) : 0;
            bytes += chain.get(i) ? Float.BYTES * weights(layer) / 2 : 0;
        }
        return bytes;
    }

    /** The matrix of a layer's own map, once more to put its rows in order, and its Gram matrix with a copy. */
    private static double choice(Layer layer) {
        double units = layer.units();
        return 2 * Double.BYTES * units * (layer.inputUnits() + units);
    }

    /** Bytes that each thread works in. */
    private double aThread() {
        long live = 0;
        long peak = 0;
        for (int i = layers.nextSetBit(0); i >= 0; i = layers.nextSetBit(i + 1)) {
            Layer layer = network.layer(i);
            live += layer.passesOn() ? 0 : elements(layer);
            peak = Math.max(peak, live + scratch(i));
            live -= freed(i);
            if (selected.get(i) && writtenOut(layer)) {
                peak = Math.max(peak, 3L * layer.units() * Math.max(layer.units(), layer.inputUnits()));
            }
        }
        return (double) Double.BYTES * peak + single();
    }

    private double single() {
        long product = 0;
        long weights = 0;
        long gram = 0;
        for (int i : chain().stream().toArray()) {
            Layer layer = network.layer(i);
            long smaller = Math.min(layer.units(), features);
            product = Math.max(product, elements(layer));
            weights = Math.max(weights, (long) layer.units() * layer.inputUnits());
            gram = Math.max(gram, smaller * smaller);
        }
        return (double) Float.BYTES * (2 * product + weights + gram);
    }

    private boolean writtenOut(Layer layer) {
        return settings.ownRank() && OwnRanks.writtenOut(layer) && !OwnRanks.tooLarge(layer);
    }

    /** Seconds for the rank of a layer's own map. */
    private double own(Layer layer, int position) {
        double rows = alive(position);
        return OwnRanks.chooses(layer) && rows <= layer.inputUnits()
                ? rows * rows * rows / 3 / DECISION_FLOPS_A_SECOND
                : decision(rows, layer.inputUnits(), DOUBLE_FLOPS_A_SECOND, false);
    }

    private static double decision(double rows, double columns, double rate, boolean proof) {
        double smaller = Math.min(rows, columns);
        double flops = (proof ? 1 : 4) / 3.0 * smaller * smaller * smaller;
        return rows * columns * smaller / rate + flops / DECISION_FLOPS_A_SECOND;
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

    /** A Gram matrix and a copy of it, or a copy of the Jacobian should the SVD be needed. */
    private long scratch(int position) {
        long units = network.layer(position).units();
        long smaller = Math.min(units, features);
        return selected.get(position) ? Math.max(units * features, smaller * smaller) + smaller * smaller : 0;
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
