package org.crease.homology;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds {@link CriticalEdges}. A lune depends on the graph at the moment of its edge alone. So blocks of edges are dealt out to threads, each of which
 * has a graph of its own, n² / 8 bytes, that it lets grow up to its next block. The calling thread first sorts what is not
 * sorted yet, just ahead of the others, which search already.
 */
final class CriticalSearch {
    private static final int BLOCK = 2048; // edges
    private static final int EDGES_BETWEEN_CHECKS = 16;
    private static final int SORTED_BEFORE =
            1 << 20; // edges; code that runs for the first time gains nothing from a search at the same time
    private static final double NANOSECONDS_OF_THREAD = 2e6; // below, one more does not pay

    private final int points;
    private final SortedEdges edges;
    private final Thread caller = Thread.currentThread();
    private final IntList[] blocks; // edge, number of pieces, a point of each
    private final AtomicInteger next = new AtomicInteger(); // block

    private CriticalSearch(int points, SortedEdges edges) {
        this.points = points;
        this.edges = edges;
        blocks = new IntList[(int) ((edges.count() + BLOCK - 1L) / BLOCK)];
    }

    /**
     * Searches the lunes of all edges.
     *
     * @param threads how many share the work, at most
     */
    static CriticalEdges among(int points, SortedEdges edges, int threads, Watch watch) throws InterruptedException {
        CriticalSearch critical = new CriticalSearch(points, edges);
        double nanoseconds = edges.count() * (40 + points / 32.0);
        int worthwhile = (int) Math.min(threads, 1 + nanoseconds / NANOSECONDS_OF_THREAD);
        if (edges.count() < SORTED_BEFORE) {
            edges.sortTo(edges.count());
        }
        Workers.run(worthwhile, () -> critical.search(watch));
        return new CriticalEdges(critical.blocks);
    }

    private void search(Watch watch) throws InterruptedException {
        if (Thread.currentThread() == caller) {
            edges.sortTo(edges.count());
        }
        Lunes lunes = new Lunes(points);
        int joined = 0;
        for (int block = next.getAndIncrement(); block < blocks.length; block = next.getAndIncrement()) {
            watch.at(block, blocks.length);
            int end = (int) Math.min((long) block * BLOCK + BLOCK, edges.count());
            edges.sortTo(end);
            join(joined, block * BLOCK, lunes);
            blocks[block] = critical(block * BLOCK, end, lunes);
            joined = end;
        }
    }

    private void join(int from, int to, Lunes lunes) throws InterruptedException {
        for (int edge = from; edge < to; edge++) {
            requireUninterrupted(edge);
            lunes.join(edges.high(edge), edges.low(edge));
        }
    }

    private IntList critical(int from, int to, Lunes lunes) throws InterruptedException {
        IntList found = new IntList();
        for (int edge = from; edge < to; edge++) {
            requireUninterrupted(edge);
            add(edge, lunes, found);
        }
        return found;
    }

    private void requireUninterrupted(int edge) throws InterruptedException {
        if (edge % EDGES_BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted at the lune of edge " + edge + " of " + edges.count());
        }
    }

    private void add(int edge, Lunes lunes, IntList found) {
        int i = edges.high(edge);
        int j = edges.low(edge);
        int pieces = lunes.pieces(i, j);
        if (pieces != 1) {
            found.add(edge);
            found.add(pieces);
            for (int piece = 0; piece < pieces; piece++) {
                found.add(lunes.witness(piece));
            }
        }
        lunes.join(i, j);
    }
}
