package org.crease.trainer.sweep.network;

import java.util.Arrays;
import java.util.List;

/**
 * Ranks of the maps Q_l W_l .. Q_1 W_1 from the input to each layer, for one codeword after the other. What a codeword shares with
 * others in its first layers is computed once by the caller, who keeps the {@link State} of those.
 */
final class ComposedRanks {
    private final List<RandomLayer> layers;
    private final LayerRanks first;
    private final Definite definite = new Definite();

    /**
     * Where a codeword stands after some layers.
     *
     * @param rank of the map so far
     * @param active units of the last layer, ascending
     * @param factor stands for the map, with a row for each of them
     */
    record State(int rank, int[] active, Factor factor) {}

    ComposedRanks(List<RandomLayer> layers) {
        this.layers = layers;
        this.first = new LayerRanks(layers.get(0));
    }

    LayerRanks first() {
        return first;
    }

    /** After the first layer. */
    State begin(int[] active) {
        RandomLayer layer = layers.get(0);
        int rank = first.rank(active);
        Factor factor = active.length < layer.inputs() ? Factor.cholesky(first.gram(), layer.units(), active) : null;
        return new State(
                rank,
                active,
                factor == null ? new Factor(first.rows(active), active.length, layer.inputs(), false) : factor);
    }

    /** After one layer more: the layer of this index, from 0. */
    State next(State before, int index, int[] active) {
        RandomLayer layer = layers.get(index);
        Factor product = before.factor().after(layer, active, before.active());
        RankRule rule = RankRule.of(layer.units(), layers.get(0).inputs());
        if (active.length >= product.columns() || active.length == 0) {
            int rank = Ranks.of(product.entries(), product.rows(), product.columns(), rule, definite);
            return new State(rank, active, product);
        }
        double[] transposed = Rows.transposed(product.entries(), product.rows(), product.columns());
        double[] gram = Rows.gram(product.entries(), transposed, product.rows(), product.columns());
        boolean full = Ranks.isFull(gram, active.length, rule, definite);
        int rank = full
                ? active.length
                : rule.rank(SingularValues.of(product.entries(), product.rows(), product.columns()));
        int[] all = new int[active.length];
        Arrays.setAll(all, i -> i);
        Factor shorter = Factor.cholesky(gram, active.length, all);
        return new State(rank, active, shorter == null ? product : shorter);
    }
}
