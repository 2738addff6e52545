package org.crease.probes.rank;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.jspecify.annotations.Nullable;

/**
 * The rank of each layer's own map at an input, from the layer's inputs to its units: Q_l W_l, or with the slopes of another
 * activation in place of Q_l. Once for each local codeword, and for most without any work:
 *
 * <ul>
 *   <li>a layer that sees the network's input has the rank of its composed map;
 *   <li>where each unit takes one input unit (pooling of maxima, scaling, addition) the singular values are the norms of the
 *       columns;
 *   <li>the rows of a matrix of full row rank are independent however one chooses them: choosing rows lowers no singular
 *       value below the least one of all rows (Cauchy's interlacing), so one look at the whole weight matrix serves all
 *       codewords.
 * </ul>
 */
final class OwnRanks {
    /** Elements of the largest map that is written out for one codeword. */
    static final long MOST_ELEMENTS = 1L << 24;

    private static final int STEPS = 12;
    private static final double ABOVE = 1.2;

    private final Network network;
    private final int[] inputs;
    private final Codewords codewords;
    private final RankSettings settings;
    private final Propagation propagation;

    OwnRanks(Network network, int[] inputs, Codewords codewords, RankSettings settings, Propagation propagation) {
        this.network = network;
        this.inputs = inputs;
        this.codewords = codewords;
        this.settings = settings;
        this.propagation = propagation;
    }

    /** Whether the map of a layer is too large to be written out, so that its rank stays unknown. */
    static boolean tooLarge(Layer layer) {
        return writtenOut(layer) && (long) layer.units() * layer.inputUnits() > MOST_ELEMENTS;
    }

    /** Whether a layer's map mixes its inputs, and they are not the network's. */
    static boolean writtenOut(Layer layer) {
        boolean mixes = layer.map() instanceof LayerMap.Dense
                || layer.map() instanceof LayerMap.Convolution
                || layer.map() instanceof LayerMap.AveragePooling;
        return (mixes && layer.sources()[0] != Network.INPUT)
                || layer.activation().kind() == Activation.Kind.SOFTMAX;
    }

    /**
     * By input, in one layer; null where the map is too large, or nobody asks.
     *
     * @param composed what is known of the composed maps
     */
    int @Nullable [] of(int position, Spectrum[] composed) throws InterruptedException {
        Layer layer = network.layer(position);
        if (!settings.ownRank() || tooLarge(layer)) {
            return null;
        } else if (layer.sources().length == 1 && layer.sources()[0] == Network.INPUT) {
            return Arrays.stream(composed).mapToInt(Spectrum::rank).toArray();
        }
        int[] representatives = Codewords.representatives(codewords.locals()[position]);
        int[] first = IntStream.range(0, inputs.length)
                .filter(i -> representatives[i] == i)
                .toArray();
        int[] ranks = new int[inputs.length];
        boolean independent = independent(layer, position);
        Workers.run(settings.threads(), 0, first.length, () -> () -> {}, (number, memory) -> {
            ranks[first[number]] = independent
                    ? live(layer, codewords.patterns()[position][first[number]])
                    : rank(position, inputs[first[number]]);
        });
        return Arrays.stream(representatives).map(i -> ranks[i]).toArray();
    }

    /** Whether the rows of a dense layer's map are independent in every codeword. */
    private boolean independent(Layer layer, int position) throws InterruptedException {
        if (!(layer.map() instanceof LayerMap.Dense)
                || !layer.activation().piecewiseLinear()
                || layer.units() > layer.inputUnits()) {
            return false;
        }
        try (Jacobian all = propagation.rows(position);
                Matrix triangle = SingularValues.gram(all.rows())) {
            Gram gram = new DoubleGram(triangle, layer.inputUnits());
            double largest = ABOVE * Math.sqrt(Lanczos.largest(gram.size(), STEPS, gram::multiply));
            double threshold =
                    settings.tolerance().threshold(layer.units(), layer.inputUnits(), largest) / leastSlope(layer);
            return threshold > 0
                    && FullRank.prove(gram, layer.units(), layer.inputUnits(), new Tolerance.Absolute(threshold), 0)
                            != null;
        }
    }

    private static double leastSlope(Layer layer) {
        double slope = Math.abs(layer.activation().slope());
        return layer.switches() && slope > 0 ? Math.min(1, slope) : 1;
    }

    private static int live(Layer layer, BitSet pattern) {
        return layer.activation().slope() == 0 ? pattern.cardinality() : layer.units();
    }

    private int rank(int position, int input) throws InterruptedException {
        Layer layer = network.layer(position);
        if (!writtenOut(layer)) {
            double[] values = propagation.columnNorms(position, input);
            double largest = Arrays.stream(values).max().orElse(0);
            double threshold = settings.tolerance().threshold(layer.units(), layer.inputUnits(), largest);
            return Spectrum.of(values, threshold).rank();
        }
        try (Jacobian own = propagation.own(position, input)) {
            return SingularValues.spectrum(own, layer.inputUnits(), settings.tolerance())
                    .rank();
        }
    }
}
