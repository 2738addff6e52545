package org.crease.trainer.sweep.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ranks of the maps Q_J W of one layer, J the set of its active units: computed, not taken to be min(|J|, inputs).
 *
 * <p>A rank is at least the rank of some of its rows, and a set of rows is independent where its Gram matrix, shifted down by the
 * tolerance, is positive definite ({@link Definite}). The Gram matrix of all rows is made once; each J has a part of it. With no
 * more units than inputs one test of all rows answers for every J. What such tests leave open is settled by singular values.
 */
final class LayerRanks {
    private final RandomLayer layer;
    private final RankRule rule;
    private final Definite definite = new Definite();
    private double @Nullable [] gram;
    private @Nullable Boolean allIndependent;

    LayerRanks(RandomLayer layer) {
        this.layer = layer;
        this.rule = RankRule.of(layer.units(), layer.inputs());
    }

    /** The products of all rows with each other: shape (units, units), on and above the diagonal. */
    double[] gram() {
        double[] made = gram;
        if (made == null) {
            made = Rows.gram(layer.weights(), layer.columns(), layer.units(), layer.inputs());
            gram = made;
        }
        return made;
    }

    /** The rank for these active units. */
    int rank(int[] active) {
        int most = Math.min(active.length, layer.inputs());
        if (most == 0 || atLeast(active, most)) {
            return most;
        }
        double[] rows = rows(active);
        return Ranks.of(rows, active.length, layer.inputs(), rule, definite);
    }

    /** The active rows of W: shape (active, inputs), row-major. */
    double[] rows(int[] active) {
        double[] rows = new double[active.length * layer.inputs()];
        for (int i = 0; i < active.length; i++) {
            System.arraycopy(layer.weights(), active[i] * layer.inputs(), rows, i * layer.inputs(), layer.inputs());
        }
        return rows;
    }

    /** Whether the first so many of the active units' rows prove that the rank is at least that; a no proves nothing. */
    boolean atLeast(int[] active, int rank) {
        return allIndependent() || prove(active, rank);
    }

    private boolean prove(int[] active, int rank) {
        return definite.above(gram(), layer.units(), active, rank, rule.squared(), squaredNorm(active));
    }

    /** Whether any rows are independent, because all are. */
    private boolean allIndependent() {
        Boolean known = allIndependent;
        if (known == null) {
            int[] all = new int[layer.units()];
            Arrays.setAll(all, i -> i);
            known = layer.units() <= layer.inputs() && prove(all, all.length);
            allIndependent = known;
        }
        return known;
    }

    /** The sum of squares of the active rows, which is no less than the square of their largest singular value. */
    private double squaredNorm(int[] active) {
        double[] products = gram();
        double sum = 0;
        for (int row : active) {
            sum += products[row * layer.units() + row];
        }
        return sum;
    }
}
