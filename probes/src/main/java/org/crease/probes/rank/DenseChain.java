package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.crease.probes.Cancellation;
import org.crease.probes.snapshot.LayerMap;

/**
 * The dense layers with piecewise linear activations that a network begins with, each behind the other: their maps are
 * products of matrices, whose rounding errors have a known bound.
 *
 * @param links the layers, in their order; empty when there are none
 * @param features number of the network's inputs
 * @param exact whether all weights are the network's own, not rounded to single precision
 */
public record DenseChain(List<Link> links, int features, boolean exact) {

    /**
     * A layer of the chain.
     *
     * @param position in the network
     * @param weights shape (units, inputs), row-major
     * @param squares the sum of each row's squares
     * @param norm an estimate, from above, of the largest singular value
     */
    public record Link(int position, int units, int inputs, float[] weights, double[] squares, double norm) {}

    /** As many as Java's buffers hold. */
    private static final long MOST_ELEMENTS = Integer.MAX_VALUE / Float.BYTES;

    private static final double LEAST_FLOPS = 1e7;
    private static final int STEPS = 6;
    private static final double ABOVE = 1.2;

    /** The chain that a network begins with, among the layers needed. */
    static DenseChain of(Network network, BitSet needed) throws InterruptedException {
        return of(network, needed, LEAST_FLOPS);
    }

    /** The same; empty where its product takes fewer flops than these. */
    static DenseChain of(Network network, BitSet needed, double leastFlops) throws InterruptedException {
        List<Link> links = new ArrayList<>();
        boolean exact = true;
        for (int position : positions(network, needed, leastFlops)) {
            Layer layer = network.layer(position);
            double[] numbers = LinearMaps.weights(layer, ((LayerMap.Dense) layer.map()).weights());
            exact &= Arrays.stream(numbers).allMatch(number -> number == (float) number);
            links.add(link(layer, position, numbers));
        }
        return new DenseChain(links, network.features(), exact);
    }

    /**
     * A chain of layers given by their weights.
     *
     * @param features number of inputs of the first
     * @param weights of each layer, shape (units, inputs), row-major; not to be changed
     * @throws IllegalArgumentException when the weights of a layer are no whole number of rows
     */
    public static DenseChain of(int features, List<float[]> weights) throws InterruptedException {
        List<Link> links = new ArrayList<>();
        int inputs = features;
        for (float[] layer : weights) {
            if (layer.length % inputs != 0) {
                throw new IllegalArgumentException("layer " + links.size() + " has " + layer.length
                        + " weights; each of its units needs " + inputs);
            }
            Link link = link(links.size(), layer.length / inputs, inputs, layer);
            links.add(link);
            inputs = link.units();
        }
        return new DenseChain(links, features, true);
    }

    /** The positions of its links; none where their product is so small that checks would cost more than it. */
    static int[] positions(Network network, BitSet needed) {
        return positions(network, needed, LEAST_FLOPS);
    }

    private static int[] positions(Network network, BitSet needed, double leastFlops) {
        BitSet positions = new BitSet();
        int end = Network.INPUT;
        double flops = 0;
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            if (continues(network, i, end)) {
                positions.set(i);
                end = i;
                flops += 2.0 * network.layer(i).units() * network.layer(i).inputUnits() * network.features();
            }
        }
        return flops < leastFlops ? new int[0] : positions.stream().toArray();
    }

    /** Whether a layer takes its input from the chain's end and is of its kind. */
    private static boolean continues(Network network, int position, int end) {
        Layer layer = network.layer(position);
        long inputs = Math.max(layer.inputUnits(), network.features());
        return layer.map() instanceof LayerMap.Dense
                && layer.activation().piecewiseLinear()
                && layer.sources()[0] == end
                && layer.units() * inputs < MOST_ELEMENTS;
    }

    private static Link link(Layer layer, int position, double[] numbers) throws InterruptedException {
        int units = layer.units();
        int inputs = layer.inputUnits();
        float[] weights = new float[numbers.length];
        for (int in = 0; in < inputs; in++) {
            for (int out = 0; out < units; out++) {
                weights[out * inputs + in] = (float) numbers[in * units + out];
            }
        }
        return link(position, units, inputs, weights);
    }

    private static Link link(int position, int units, int inputs, float[] weights) throws InterruptedException {
        Cancellation.check();
        double[] squares = new double[units];
        for (int k = 0; k < weights.length; k++) {
            squares[k / inputs] += (double) weights[k] * weights[k];
        }
        return new Link(position, units, inputs, weights, squares, norm(weights, units, inputs));
    }

    private static double norm(float[] weights, int units, int inputs) throws InterruptedException {
        return ABOVE
                * Math.sqrt(Lanczos.largest(inputs, STEPS, x -> {
                    double[] product = new double[inputs];
                    for (int out = 0; out < units; out++) {
                        double sum = 0;
                        for (int in = 0; in < inputs; in++) {
                            sum += weights[out * inputs + in] * x[in];
                        }
                        for (int in = 0; in < inputs; in++) {
                            product[in] += weights[out * inputs + in] * sum;
                        }
                    }
                    return product;
                }));
    }

    /** The link that a layer's map ends with, or -1 where its map is none of the chain's. */
    int linkOf(Network network, int position) {
        int carrier =
                network.layer(position).passesOn() ? network.layer(position).sources()[0] : position;
        for (int link = 0; link < links.size(); link++) {
            if (links.get(link).position() == carrier) {
                return link;
            }
        }
        return -1;
    }

    /** The most elements of a product. */
    long productElements() {
        return links.stream()
                .mapToLong(link -> (long) link.units() * features)
                .max()
                .orElse(1);
    }

    /** The most elements of a link's weights. */
    long weightElements() {
        return links.stream().mapToLong(link -> link.weights().length).max().orElse(1);
    }

    /** The most elements of a product's Gram matrix. */
    long gramElements() {
        return links.stream()
                .mapToLong(link -> (long) Math.min(link.units(), features) * Math.min(link.units(), features))
                .max()
                .orElse(1);
    }
}
