package org.crease.homology.distance;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cheapest partial matching of two sets of bars, exact. Bars left over pay for their way to the diagonal.
 *
 * <p>A target left over costs the same whoever leaves it, so a target taken is worth that cost: pairs are charged their cost
 * less it, and each source has the diagonal as a column of its own. What is left is an assignment with as many rows as
 * sources, solved by shortest augmenting paths over dual prices after two rounds of row reduction, as Jonker and Volgenant
 * do. Time grows with the cube of the number of bars at worst, and seldom so, since a path ends as soon as the diagonal is
 * cheaper. Costs are kept in a table, 8 bytes a pair, up to {@link #TABLE} pairs, and computed where they are needed beyond.
 *
 * <p>R. Jonker, A. Volgenant, <i>A shortest augmenting path algorithm for dense and sparse linear assignment problems</i>,
 * Computing 38, 1987.
 */
final class Transport {
    /** Pairs whose costs are kept: 64 MB. */
    private static final int TABLE = 1 << 23;

    private static final int NONE = -1;
    private static final int DIAGONAL = -2;

    private final Bars sources;
    private final Bars targets;
    private final GroundCost cost;
    private final double[] @Nullable [] table;
    private final double[] scratch;
    private final double[] losing;
    /** Of a target: what it is worth to be rid of it, less its price. */
    private final double[] worth;

    private final int[] targetOf;
    private final int[] sourceOf;

    private final double[] path;
    private final int[] before;
    private final boolean[] done;
    private final int[] finished;

    Transport(Bars sources, Bars targets, GroundCost cost) {
        this.sources = sources;
        this.targets = targets;
        this.cost = cost;
        boolean kept = (long) sources.size() * targets.size() <= TABLE;
        table = new double[kept ? sources.size() : 0][];
        scratch = new double[kept ? 0 : targets.size()];
        losing = cost.ofLosing(sources);
        worth = cost.ofLosing(targets);
        targetOf = new int[sources.size()];
        sourceOf = new int[targets.size()];
        path = new double[targets.size()];
        before = new int[targets.size()];
        done = new boolean[targets.size()];
        finished = new int[targets.size()];
        Arrays.fill(targetOf, NONE);
        Arrays.fill(sourceOf, NONE);
    }

    /** The cost of the cheapest matching. */
    double cheapest() {
        int[] all = new int[targetOf.length];
        Arrays.setAll(all, k -> k);
        for (int source : reduce(reduce(all))) {
            augment(source);
        }
        return total();
    }

    /** Each free source takes its best target at a price that makes the second best as good; returns those left free. */
    private int[] reduce(int[] free) {
        int[] left = new int[free.length];
        int count = 0;
        int next = 0;
        int turns = 0;
        while (next < free.length) {
            int displaced = bid(free[next++]);
            if (displaced != NONE && turns++ < free.length) {
                free[--next] = displaced;
            } else if (displaced != NONE) {
                left[count++] = displaced;
            }
        }
        return Arrays.copyOf(left, count);
    }

    /** Gives a source its best target and returns the source that had it. */
    private int bid(int source) {
        int best = DIAGONAL;
        double first = losing[source];
        double second = Double.POSITIVE_INFINITY;
        double[] row = row(source);
        for (int target = 0; target < worth.length; target++) {
            double reduced = row[target] - worth[target];
            if (reduced < first) {
                second = first;
                first = reduced;
                best = target;
            } else if (reduced < second) {
                second = reduced;
            }
        }
        targetOf[source] = best;
        if (best == DIAGONAL) {
            return NONE;
        }
        int owner = sourceOf[best];
        sourceOf[best] = source;
        worth[best] -= second - first;
        if (owner != NONE) {
            targetOf[owner] = NONE;
        }
        return owner;
    }

    /** The costs of a source with every target. */
    private double[] row(int source) {
        double[] row = table.length == 0 ? scratch : table[source];
        if (row == null) {
            row = new double[worth.length];
            table[source] = row;
        } else if (table.length > 0) {
            return row;
        }
        for (int target = 0; target < row.length; target++) {
            row[target] = cost.between(sources, source, targets, target);
        }
        return row;
    }

    private double reduced(int source, int target) {
        return cost.between(sources, source, targets, target) - worth[target];
    }

    /** Dijkstra's algorithm from a free source to the nearest free target or diagonal, and the prices that follow. */
    private void augment(int start) {
        Arrays.fill(done, false);
        Arrays.fill(path, Double.POSITIVE_INFINITY);
        int count = 0;
        int source = start;
        int losingSource = start;
        double toDiagonal = losing[start];
        double reached = 0;
        int target = NONE;
        while (true) {
            int nearest = relax(source, target, reached);
            if (nearest == NONE || path[nearest] >= toDiagonal) {
                raise(count, toDiagonal);
                int freed = targetOf[losingSource];
                targetOf[losingSource] = DIAGONAL;
                rematch(start, losingSource == start ? NONE : freed);
                return;
            }
            target = nearest;
            reached = path[target];
            if (sourceOf[target] == NONE) {
                raise(count, reached);
                rematch(start, target);
                return;
            }
            done[target] = true;
            finished[count++] = target;
            source = sourceOf[target];
            double here = reached + losing[source] - reduced(source, target);
            if (here < toDiagonal) {
                toDiagonal = here;
                losingSource = source;
            }
        }
    }

    /** Shortens paths by way of a source, reached at a distance through a target, and returns the nearest target not done. */
    private int relax(int source, int through, double reached) {
        double base = through == NONE ? 0 : reached - reduced(source, through);
        double least = Double.POSITIVE_INFINITY;
        int nearest = NONE;
        double[] row = row(source);
        for (int target = 0; target < path.length; target++) {
            if (!done[target]) {
                double length = base + row[target] - worth[target];
                if (length < path[target]) {
                    path[target] = length;
                    before[target] = source;
                }
                if (path[target] < least) {
                    least = path[target];
                    nearest = target;
                }
            }
        }
        return nearest;
    }

    private void raise(int count, double reached) {
        for (int k = 0; k < count; k++) {
            worth[finished[k]] += path[finished[k]] - reached;
        }
    }

    /** Moves every source on the path that ends in a target to the target after its own. */
    private void rematch(int start, int last) {
        int target = last;
        while (target != NONE) {
            int source = before[target];
            int old = targetOf[source];
            targetOf[source] = target;
            sourceOf[target] = source;
            target = source == start ? NONE : old;
        }
    }

    private double total() {
        double[] leaving = cost.ofLosing(targets);
        double total = 0;
        for (int source = 0; source < targetOf.length; source++) {
            int target = targetOf[source];
            total += target < 0 ? losing[source] : cost.between(sources, source, targets, target);
        }
        for (int target = 0; target < sourceOf.length; target++) {
            total += sourceOf[target] == NONE ? leaving[target] : 0;
        }
        return total;
    }
}
