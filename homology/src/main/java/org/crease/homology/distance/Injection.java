package org.crease.homology.distance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The least width t at which every source bar longer than 2t gets a target bar of its own, births and deaths at most t apart.
 *
 * <p>The widths in question are finitely many doubles, and between two neighbouring doubles nothing changes: halving in the
 * order of doubles finds the least in at most 62 trials, without a list of all differences. A trial is a maximum matching by
 * Hopcroft and Karp, whose phases ask {@link PlanarTree} for neighbours instead of walking the edges; it starts from the
 * matching of the widest trial that failed. Source bars are held longest first, so that those that need a target are a
 * prefix.
 *
 * <p>J. Hopcroft, R. Karp, <i>An n^{5/2} algorithm for maximum matchings in bipartite graphs</i>, SIAM J. Comput. 2, 1973.
 */
final class Injection {
    private static final int FREE = -1;
    /** Trials by halving before it pays to ask whether the last matching found is already the best. */
    private static final int COARSE = 20;

    private final double[] births;
    private final double[] deaths;
    private final double[] halves;
    private final Bars targets;
    private final PlanarTree tree;
    private int[] targetOf;
    private int[] sourceOf;
    private double widest;

    Injection(Bars sources, Bars targets) {
        int[] order = IntStream.range(0, sources.size())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -sources.half(k)))
                .mapToInt(Integer::intValue)
                .toArray();
        births = Arrays.stream(order).mapToDouble(k -> sources.births()[k]).toArray();
        deaths = Arrays.stream(order).mapToDouble(k -> sources.deaths()[k]).toArray();
        halves = Arrays.stream(order).mapToDouble(sources::half).toArray();
        this.targets = targets;
        tree = new PlanarTree(
                targets.births(),
                targets.deaths(),
                IntStream.range(0, targets.size()).toArray());
        targetOf = filled(births.length);
        sourceOf = filled(targets.size());
    }

    /** The least width that is not below {@code atLeast}. */
    double smallestWidth(double atLeast) {
        if (fits(atLeast)) {
            return atLeast;
        }
        long low = Double.doubleToRawLongBits(atLeast);
        long high = Double.doubleToRawLongBits(halves[0]);
        boolean tight = false;
        for (int trial = 0; high - low > 1; trial++) {
            long middle = tight && trial > COARSE ? high - 1 : low + (high - low) / 2;
            tight = fits(Double.longBitsToDouble(middle));
            if (tight) {
                high = Double.doubleToRawLongBits(widest);
            } else {
                low = middle;
            }
        }
        return Double.longBitsToDouble(high);
    }

    /**
     * One trial. The matching is kept when it fails: it then holds at every width still to be tried. When it succeeds, the
     * width that it really needs is.
     */
    private boolean fits(double width) {
        int needy = needy(width);
        int[] targetBefore = targetOf.clone();
        int[] sourceBefore = sourceOf.clone();
        int matched = dropFrom(needy);
        int gained = 1;
        while (matched < needy && gained > 0) {
            gained = phase(needy, width);
            matched += gained;
        }
        if (matched == needy) {
            widest = widest(needy);
            targetOf = targetBefore;
            sourceOf = sourceBefore;
        }
        return matched == needy;
    }

    private double widest(int needy) {
        double width = needy < halves.length ? halves[needy] : 0;
        for (int source = 0; source < needy; source++) {
            int target = targetOf[source];
            width = Math.max(width, Math.abs(births[source] - targets.births()[target]));
            width = Math.max(width, Math.abs(deaths[source] - targets.deaths()[target]));
        }
        return width;
    }

    private int needy(double width) {
        int count = 0;
        while (count < halves.length && halves[count] > width) {
            count++;
        }
        return count;
    }

    /** Frees the source bars that need no target, and counts those that have one. */
    private int dropFrom(int needy) {
        int matched = 0;
        for (int source = 0; source < targetOf.length; source++) {
            int target = targetOf[source];
            if (target != FREE && source >= needy) {
                sourceOf[target] = FREE;
                targetOf[source] = FREE;
            } else if (target != FREE) {
                matched++;
            }
        }
        return matched;
    }

    /** One phase: a maximal set of shortest augmenting paths. */
    private int phase(int needy, double width) {
        List<PlanarTree> layers = layers(needy, width);
        int gained = 0;
        for (int source = 0; source < needy && !layers.isEmpty(); source++) {
            if (targetOf[source] == FREE && augment(source, layers, width)) {
                gained++;
            }
        }
        return gained;
    }

    /** The targets by their distance from the free sources, up to the first free target; empty when none is reached. */
    private List<PlanarTree> layers(int needy, double width) {
        tree.restore();
        List<PlanarTree> layers = new ArrayList<>();
        int[] frontier = IntStream.range(0, needy)
                .filter(source -> targetOf[source] == FREE)
                .toArray();
        while (frontier.length > 0) {
            int[] layer = reached(frontier, width);
            layers.add(new PlanarTree(targets.births(), targets.deaths(), layer));
            if (Arrays.stream(layer).anyMatch(target -> sourceOf[target] == FREE)) {
                return layers;
            }
            frontier = Arrays.stream(layer).map(target -> sourceOf[target]).toArray();
        }
        return List.of();
    }

    private int[] reached(int[] frontier, double width) {
        IntStream.Builder layer = IntStream.builder();
        for (int source : frontier) {
            int target = tree.take(births[source], deaths[source], width);
            while (target >= 0) {
                layer.add(target);
                target = tree.take(births[source], deaths[source], width);
            }
        }
        return layer.build().toArray();
    }

    /** Depth-first through the layers, each target looked at once. */
    private boolean augment(int start, List<PlanarTree> layers, double width) {
        int[] sources = new int[layers.size()];
        int[] chosen = new int[layers.size()];
        int depth = 0;
        sources[0] = start;
        while (depth >= 0) {
            int source = sources[depth];
            int target = layers.get(depth).take(births[source], deaths[source], width);
            if (target < 0) {
                depth--;
            } else if (sourceOf[target] == FREE) {
                chosen[depth] = target;
                rematch(sources, chosen, depth);
                return true;
            } else if (depth + 1 < sources.length) {
                chosen[depth] = target;
                sources[++depth] = sourceOf[target];
            }
        }
        return false;
    }

    private void rematch(int[] sources, int[] chosen, int depth) {
        for (int k = depth; k >= 0; k--) {
            targetOf[sources[k]] = chosen[k];
            sourceOf[chosen[k]] = sources[k];
        }
    }

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, FREE);
        return values;
    }
}
