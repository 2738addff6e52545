package org.crease.probes.rank;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.crease.homology.kernel.Kernels;
import org.crease.probes.ProbeException;
import org.crease.probes.snapshot.Snapshot;

/**
 * The linear regions that the inputs of a probe set lie in, as codewords: one bit a unit, set where the unit's
 * pre-activation is above zero. Layers without ReLU or leaky ReLU have no bits of their own.
 */
public final class LinearRegions {
    private final Network network;
    private final Codewords codewords;

    private LinearRegions(Network network, Codewords codewords) {
        this.network = network;
        this.codewords = codewords;
    }

    /**
     * Reads the codewords of all inputs in all layers.
     *
     * @throws ProbeException when an activation is not finite, or the snapshot contradicts itself
     * @throws InterruptedException when the thread is interrupted
     */
    public static LinearRegions of(Snapshot snapshot) throws InterruptedException {
        Network network = new Network(snapshot);
        BitSet layers = new BitSet();
        layers.set(0, network.layers().size());
        int[] inputs = Jacobian.all(snapshot.probeSet().size());
        return new LinearRegions(
                network, Codewords.read(network, network.differentiable(layers), inputs, Kernels.found()));
    }

    /**
     * The layer's own codeword: bit u is unit u, images in row-major order of (channels, height, width).
     *
     * @param input position in the probe set
     * @return a copy
     * @throws IllegalArgumentException when there is no such layer, or it has no codeword of its own
     */
    public BitSet codeword(String layer, int input) {
        int position = position(layer);
        if (!network.layer(position).switches()) {
            throw new IllegalArgumentException("layer " + layer + " has no codeword: its units do not switch");
        }
        return (BitSet) codewords.patterns()[position][input].clone();
    }

    /**
     * The global codeword: the own codewords of this layer and of all that it depends on, each as many bits as the layer has
     * units, in the order of {@link #parts}.
     */
    public BitSet globalCodeword(String layer, int input) {
        BitSet global = new BitSet();
        int offset = 0;
        for (String part : parts(layer)) {
            int position = position(part);
            int from = offset;
            codewords.patterns()[position][input].stream().forEach(unit -> global.set(from + unit));
            offset += network.layer(position).units();
        }
        return global;
    }

    /** The layers whose codewords make up a layer's global codeword. */
    public List<String> parts(String layer) {
        BitSet own = new BitSet();
        own.set(position(layer));
        List<String> parts = new ArrayList<>();
        network.needed(own).stream()
                .filter(position -> network.layer(position).switches())
                .forEach(position -> parts.add(network.layer(position).name()));
        return parts;
    }

    /**
     * The hash of the global codeword, as the rank probe records it: equal numbers, one region. It counts the winners of max
     * pooling too; behind a smooth activation each input has its own.
     */
    public long region(String layer, int input) {
        return codewords.regions()[position(layer)][input];
    }

    private int position(String layer) {
        return IntStream.range(0, network.layers().size())
                .filter(i -> network.layer(i).name().equals(layer)
                        && network.layer(i).obstacle() == null)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no layer " + layer + " that codewords can be followed to"));
    }
}
