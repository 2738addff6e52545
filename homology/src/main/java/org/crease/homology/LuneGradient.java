package org.crease.homology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Pairs almost every simplex with another of the same longest edge, in closed form. All simplices that an edge brings in
 * are the edge with a clique of its lune. Where some point of the lune, its apex, is joined to all others, cliques with
 * and without it pair off. Where points of the lune are dominated by others, cliques with the first that goes out of it
 * pair off by its hub. Cliques of the core that remains pair off by a {@link CoreMatching}, but for few, the <i>critical</i>
 * ones.
 *
 * <p>Within an edge let simplices of the core come first, then those of the last stage and so on, in each stage the ones
 * with the hub first. Then a pair is next to each other in its boundary and coboundary: persistence pairs it too.
 *
 * <p>What an edge does depends on the graph at its moment alone, also which of several apexes it takes. So blocks of edges are
 * dealt out to threads, each of which has a graph of its own that it lets grow up to its next block.
 */
final class LuneGradient {
    /** Partner of a critical simplex. */
    static final int NONE = LuneCollapses.EMPTY;

    /** In a sparse graph fewer than one pair in so many is joined. */
    private static final int SPARSE = 32;

    private static final int BLOCK = 2048; // edges
    private static final int FEW = 4 * BLOCK; // for more than one thread
    private static final int EDGES_BETWEEN_CHECKS = 16;
    private static final int CRITICAL_PER_EDGE = 64;
    private static final long FREE = 1 << 24; // critical simplices that may be held whatever the edges: in 0.2 GB

    private final EdgeRanks ranks;
    private final int[] apexes; // of each edge; from NO_APEX down the place of its collapse in its block
    private final Collapse[][] collapses; // by block

    private LuneGradient(EdgeRanks ranks, int edges) {
        this.ranks = ranks;
        apexes = new int[edges];
        collapses = new Collapse[(edges + BLOCK - 1) / BLOCK][];
    }

    /**
     * The gradient of the filtration by these edges, for homology up to a dimension; none where so many simplices would be
     * critical, more than {@value #FREE} and {@value #CRITICAL_PER_EDGE} an edge, that they are not to be held.
     *
     * @param threads how many share the work, at most
     */
    static Optional<LuneGradient> of(int points, SortedEdges edges, int dimension, int threads, Watch watch)
            throws InterruptedException {
        return of(points, edges, dimension, mostCritical(edges.count()), threads, watch);
    }

    /** The same, or none where more than {@code most} simplices would be critical. */
    static Optional<LuneGradient> of(int points, SortedEdges edges, int dimension, long most, int threads, Watch watch)
            throws InterruptedException {
        boolean sparse = edges.count() < points * (points - 1.0) / 2 / SPARSE;
        return sparse
                ? sparse(points, edges, dimension, most, threads, watch)
                : dense(points, edges, dimension, most, threads, watch);
    }

    /** The same by lists of neighbours: memory goes with the edges. */
    static Optional<LuneGradient> sparse(
            int points, SortedEdges edges, int dimension, long most, int threads, Watch watch)
            throws InterruptedException {
        SparseLunes.Neighbours neighbours = new SparseLunes.Neighbours(points, edges);
        return new LuneGradient(new SparseRanks(points, edges), edges.count())
                .built(edges, dimension, most, threads, watch, () -> new SparseLunes(neighbours));
    }

    /** The same by rows of bits: memory goes with the square of the points. */
    static Optional<LuneGradient> dense(
            int points, SortedEdges edges, int dimension, long most, int threads, Watch watch)
            throws InterruptedException {
        LuneGradient gradient = new LuneGradient(new DenseRanks(points, edges), edges.count());
        return gradient.built(edges, dimension, most, threads, watch, () -> new DenseLunes(points));
    }

    private Optional<LuneGradient> built(
            SortedEdges edges, int dimension, long most, int threads, Watch watch, Supplier<LuneCollapses> lunes)
            throws InterruptedException {
        Shared shared = new Shared(most);
        Workers.run(edges.count() < FEW ? 1 : threads, () -> build(edges, lunes.get(), dimension, shared, watch));
        return shared.left.get() < 0 ? Optional.empty() : Optional.of(this);
    }

    /** The number of critical simplices that may be held, by that of edges. */
    static long mostCritical(double edges) {
        return FREE + (long) (CRITICAL_PER_EDGE * edges);
    }

    /** What threads share. */
    private static final class Shared {
        private final AtomicInteger next = new AtomicInteger(); // block
        private final long most;
        private final AtomicLong left; // critical simplices that may still be met

        Shared(long most) {
            this.most = most;
            left = new AtomicLong(most);
        }

        /** What is held of them, about; nearly all are of the largest size. */
        long bytes(int dimension) {
            return (long) Character.BYTES * dimension * (most - left.get());
        }
    }

    private void build(SortedEdges edges, LuneCollapses lunes, int dimension, Shared shared, Watch watch)
            throws InterruptedException {
        int joined = 0;
        for (int block = shared.next.getAndIncrement();
                block < collapses.length && shared.left.get() >= 0;
                block = shared.next.getAndIncrement()) {
            watch.at(block, collapses.length);
            watch.holds(shared.bytes(dimension));
            for (; joined < block * BLOCK; joined++) {
                lunes.join(edges.high(joined), edges.low(joined));
            }
            int end = Math.min(joined + BLOCK, edges.count());
            List<Collapse> found = new ArrayList<>();
            for (; joined < end; joined++) {
                requireUninterrupted(joined);
                add(joined, edges, lunes, dimension, found, shared.left);
            }
            collapses[block] = found.toArray(new Collapse[0]);
        }
    }

    private void add(
            int edge, SortedEdges edges, LuneCollapses lunes, int dimension, List<Collapse> found, AtomicLong left)
            throws InterruptedException {
        int i = edges.high(edge);
        int j = edges.low(edge);
        int apex = lunes.apex(i, j);
        if (apex == LuneCollapses.NO_APEX) {
            apex = LuneCollapses.NO_APEX - found.size();
            Collapse collapse = lunes.collapse(dimension, left.get());
            found.add(collapse);
            left.addAndGet(-collapse.criticalCliques());
        }
        apexes[edge] = apex;
        lunes.join(i, j);
    }

    private void requireUninterrupted(int edge) throws InterruptedException {
        if (edge % EDGES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted at the lune of edge " + edge + " of " + apexes.length);
        }
    }

    /** The memory it takes, about. */
    long bytes() {
        long bytes = ranks.bytes() + (long) Integer.BYTES * apexes.length;
        for (Collapse[] block : collapses) {
            for (Collapse collapse : block) {
                bytes += collapse.bytes();
            }
        }
        return bytes;
    }

    /** Of all lunes without an apex. */
    List<Collapse> collapses() {
        List<Collapse> all = new ArrayList<>();
        for (Collapse[] block : collapses) {
            all.addAll(Arrays.asList(block));
        }
        return all;
    }

    /** The place of an edge in the order of lengths. */
    int rank(int i, int j) {
        return ranks.rank(i, j);
    }

    /** The longest edge of the first points of an array. */
    int longestEdge(int[] points, int size) {
        int longest = -1;
        for (int a = 1; a < size; a++) {
            for (int b = 0; b < a; b++) {
                longest = Math.max(longest, ranks.rank(points[a], points[b]));
            }
        }
        return longest;
    }

    /** Whether the lune of an edge is empty. */
    boolean isAlone(int edge) {
        return apexes[edge] == LuneCollapses.EMPTY;
    }

    /**
     * The cliques of 1, 2, ... points, one after the other, that make critical simplices with an edge; no array for lunes that
     * collapse to a point or have none.
     */
    char[][] critical(int edge) {
        return apexes[edge] <= LuneCollapses.NO_APEX ? collapse(edge).critical() : Collapse.NOTHING;
    }

    /** The apex of the lune of an edge, or below 0 where it has none. */
    int apex(int edge) {
        return apexes[edge];
    }

    /** How the lune of an edge collapses that has points but no apex. */
    Collapse collapse(int edge) {
        return collapses[edge / BLOCK][LuneCollapses.NO_APEX - apexes[edge]];
    }

    /**
     * The point that a simplex of 2 points or more must gain or lose to become its partner, or {@link #NONE}.
     *
     * @param simplex holds the points, {@code size} of them; reordered
     */
    int partner(int[] simplex, int size) {
        int longest = -1;
        int high = -1;
        int low = -1;
        for (int a = 1; a < size; a++) {
            for (int b = 0; b < a; b++) {
                int rank = ranks.rank(simplex[a], simplex[b]);
                if (rank > longest) {
                    longest = rank;
                    high = a;
                    low = b;
                }
            }
        }
        if (apexes[longest] > LuneCollapses.NO_APEX) {
            return apexes[longest]; // or NONE for an edge whose lune is empty
        }
        // the points but the ends of the edge
        simplex[high] = simplex[size - 1];
        simplex[low] = simplex[high == size - 2 ? size - 1 : size - 2];
        return partner(longest, simplex, size - 2);
    }

    /**
     * The same of an edge whose lune has no apex with a clique of its lune.
     *
     * @param clique holds the points, {@code size} of them
     */
    int partner(int edge, int[] clique, int size) {
        Collapse collapse = collapse(edge);
        int hub = collapse.hub(clique, 0, size);
        return hub >= 0 ? hub : partnerInCore(edge, collapse.core(), clique, size);
    }

    /** Whether a clique of the lune of an edge without an apex must lose a point of its own to become its partner. */
    boolean isPartner(int point, int edge, int[] clique, int size) {
        Collapse collapse = collapse(edge);
        if (collapse.goesBy(point, clique, size)) {
            return collapse.hub(clique, 0, size) == point;
        }
        return isPartnerInCore(point, edge, collapse.core(), clique, size) && collapse.isInCore(clique, size);
    }

    /** No point of the core before it is of the clique, or joined to all others of it. */
    private boolean isPartnerInCore(int point, int edge, char[] core, int[] clique, int size) {
        for (char other : core) {
            if (other == point) {
                return true;
            }
            int joined = 0;
            while (joined < size && (clique[joined] == point || isBefore(other, clique[joined], edge))) {
                joined++;
            }
            if (joined == size) {
                return false;
            }
        }
        return false;
    }

    /** Whether a point is the other, or joined to it before an edge. */
    private boolean isBefore(int point, int other, int edge) {
        return point == other || ranks.rank(point, other) < edge;
    }

    /** Looks through the points of the core up to the first of the clique. */
    private int partnerInCore(int edge, char[] core, int[] clique, int size) {
        long alone = 0; // bit k: some point before is joined to all of the clique but its k-th
        for (char point : core) {
            int missed = 0;
            int last = 0;
            for (int k = 0; k < size && missed < 2; k++) {
                if (clique[k] == point) {
                    return (alone >>> k & 1) != 0 ? NONE : point;
                }
                if (ranks.rank(point, clique[k]) >= edge) {
                    missed++;
                    last = k;
                }
            }
            if (missed == 0) {
                return point;
            }
            alone |= missed == 1 ? 1L << last : 0;
        }
        throw new AssertionError("clique is not in the core of edge " + edge);
    }
}
