package org.crease.homology.distance;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.crease.homology.diagram.PersistenceDiagram;

/** The definitions, tried out on every matching of two small diagrams. Infinite bars go with infinite bars, in any order. */
final class AllMatchings {
    private final double[] a;
    private final double[] b;
    private final boolean[] taken;
    private final DoubleBinaryOperator move;
    private final DoubleUnaryOperator lose;
    private final DoubleBinaryOperator join;

    private AllMatchings(
            PersistenceDiagram a,
            PersistenceDiagram b,
            DoubleBinaryOperator move,
            DoubleUnaryOperator lose,
            DoubleBinaryOperator join) {
        this.a = a.toArray();
        this.b = b.toArray();
        this.move = move;
        this.lose = lose;
        this.join = join;
        taken = new boolean[b.size()];
    }

    static double bottleneck(PersistenceDiagram a, PersistenceDiagram b) {
        return new AllMatchings(a, b, Math::max, length -> length / 2, Math::max).least(0);
    }

    static double wasserstein(PersistenceDiagram a, PersistenceDiagram b, double order, double norm) {
        DoubleBinaryOperator distance = Double.isInfinite(norm)
                ? Math::max
                : (x, y) -> Math.pow(Math.pow(x, norm) + Math.pow(y, norm), 1 / norm);
        double cost = new AllMatchings(
                        a,
                        b,
                        (x, y) -> Math.pow(distance.applyAsDouble(x, y), order),
                        length -> Math.pow(distance.applyAsDouble(length / 2, length / 2), order),
                        Double::sum)
                .least(0);
        return Math.pow(cost, 1 / order);
    }

    /** The least over all that can become of the bars of {@code a} from this one on. */
    private double least(int bar) {
        if (bar == a.length / 2) {
            double rest = 0;
            for (int k = 0; k < taken.length; k++) {
                rest = taken[k] ? rest : join.applyAsDouble(rest, lost(b, k));
            }
            return rest;
        }
        double least = join.applyAsDouble(lost(a, bar), least(bar + 1));
        for (int k = 0; k < taken.length; k++) {
            if (!taken[k]) {
                taken[k] = true;
                double moved =
                        move.applyAsDouble(Math.abs(a[2 * bar] - b[2 * k]), difference(a[2 * bar + 1], b[2 * k + 1]));
                least = Math.min(least, join.applyAsDouble(moved, least(bar + 1)));
                taken[k] = false;
            }
        }
        return least;
    }

    private double lost(double[] bars, int bar) {
        return lose.applyAsDouble(bars[2 * bar + 1] - bars[2 * bar]);
    }

    private static double difference(double death, double other) {
        return death == other ? 0 : Math.abs(death - other);
    }
}
