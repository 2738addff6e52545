package org.crease.probes.rank;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.jspecify.annotations.Nullable;

/**
 * The rank of each layer's own map at an input, from the layer's inputs to its units: Q_l W_l, or with the slopes of another
 * activation in place of Q_l. Once for each local codeword. A layer that sees the network's input has the rank of its
 * composed map; a dense or convolutional layer chooses {@linkplain RowChoice rows of a matrix}; where each unit takes one input unit
 * (pooling of maxima, scaling, addition) the singular values are the norms of the columns; other maps are written out.
 */
final class OwnRanks {
    /** Elements of the largest map that is written out for one codeword. */
    static final long MOST_ELEMENTS = 1L << 24;

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
        return !seesInput(layer) && (mixes || layer.activation().kind() == Activation.Kind.SOFTMAX);
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
        } else if (seesInput(layer)) {
            return Arrays.stream(composed).mapToInt(Spectrum::rank).toArray();
        }
        int[] representatives = Codewords.representatives(codewords.locals()[position]);
        int[] first = IntStream.range(0, inputs.length)
                .filter(i -> representatives[i] == i)
                .toArray();
        int[] ranks = new int[inputs.length];
        try (RowChoice rows = choice(layer, position)) {
            Workers.run(settings.threads(), 0, first.length, () -> () -> {}, (number, memory) -> {
                int i = first[number];
                Integer rank = rows == null ? null : rows.rank(codewords.patterns()[position][i]);
                ranks[i] = rank == null ? rank(position, inputs[i]) : rank;
            });
        }
        return Arrays.stream(representatives).map(i -> ranks[i]).toArray();
    }

    private @Nullable RowChoice choice(Layer layer, int position) throws InterruptedException {
        if (!chooses(layer)) {
            return null;
        }
        try (Jacobian rows = propagation.rows(position)) {
            return new RowChoice(layer, rows, settings.tolerance());
        }
    }

    /** Whether a layer's own map is its composed one. */
    private static boolean seesInput(Layer layer) {
        return layer.sources().length == 1 && layer.sources()[0] == Network.INPUT;
    }

    /** Whether a layer's own map is a choice of rows of a matrix. */
    static boolean chooses(Layer layer) {
        return writtenOut(layer)
                && !tooLarge(layer)
                && layer.activation().piecewiseLinear()
                && layer.units() <= RowChoice.LARGEST;
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
