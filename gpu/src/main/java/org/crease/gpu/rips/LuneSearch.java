package org.crease.gpu.rips;

import java.util.Arrays;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;

/**
 * The edges whose lunes are empty or fall into several pieces, on a device, batch by batch. A batch's lunes are told from the
 * graph as it begins and as it ends; pairs that come in between are looked up. Nearly all lunes are seen to be one piece by
 * the first look, which meets {@linkplain Centrality central} points first; the others are taken apart by a second. What is
 * found comes back after some batches; if there was not room enough for it, those batches are gone through again with more.
 */
final class LuneSearch {
    private static final int GROUP = 32;
    private static final int LEAST_BATCH = 8192;
    private static final int LARGEST_BATCH = 32_768;
    private static final int SETS = 5;
    private static final int GROUPS_OF_UNIT = 16;

    /** Ints that there is room for at first, of what is found. */
    static final int ROOM = 1 << 18;

    private static final int ROWS_OF_LUNE = 4;

    private final Workspace space;
    private final int size;
    private final int words;
    private final Memory lower;
    private final EdgeOrder.Edges edges;
    private final int batch;
    private final int groups;
    private final Centrality order;
    private final Memory queue;
    private final Memory sets;
    private final LuneGraph begin;
    private final LuneGraph end;
    private final CriticalList critical = new CriticalList();
    private Memory found;

    private LuneSearch(Workspace space, int size, Memory lower, EdgeOrder.Edges edges, Centrality order, int room) {
        this.space = space;
        this.size = size;
        this.lower = lower;
        this.edges = edges;
        this.order = order;
        words = LuneGraph.words(size);
        batch = batch(size);
        groups = groups(space);
        queue = space.allocate(Integer.BYTES * (batch + 1L));
        sets = space.allocate(bytesOfSets(space, size));
        begin = new LuneGraph(space, size, order.places());
        end = new LuneGraph(space, size, order.places());
        found = space.allocate((long) Integer.BYTES * room);
    }

    private static int batch(int size) {
        return Math.min(LARGEST_BATCH, Math.max(LEAST_BATCH, size));
    }

    private static int groups(Workspace space) {
        return GROUPS_OF_UNIT * Math.max(1, space.info().units());
    }

    private static long bytesOfSets(Workspace space, int size) {
        return (long) Long.BYTES * SETS * groups(space) * LuneGraph.words(size);
    }

    /** Bytes that a search holds beside distances and edges, unless unusually much is found. */
    static long bytes(Workspace space, int size) {
        return 2 * LuneGraph.bytes(size)
                + bytesOfSets(space, size)
                + Integer.BYTES * (batch(size) + 1L + ROOM + 3L * size);
    }

    /**
     * The edges, in order: of each its place, the number of pieces, the lowest point of each.
     *
     * @param scale that edges are no longer than
     * @param room ints that there is room for at first
     */
    static int[] critical(Workspace space, int size, Memory lower, EdgeOrder.Edges edges, float scale, int room)
            throws InterruptedException {
        Centrality order = Centrality.of(space, lower, size, scale);
        return new LuneSearch(space, size, lower, edges, order, room).all();
    }

    private int[] all() throws InterruptedException {
        int most = edgesAtOnce();
        for (int first = 0; first < edges.count(); ) {
            int last = (int) Math.min(edges.count(), (long) first + most);
            long taken = search(first, last);
            while (taken > room()) {
                makeRoom(taken);
                restart(first);
                taken = search(first, last);
            }
            read((int) taken - 1);
            first = last;
        }
        return critical.inOrder();
    }

    /** As many as keep the device busy for a while only, and cannot have more pieces than an int counts. */
    private int edgesAtOnce() {
        double byTime = space.operationsOfLaunch() / ((double) ROWS_OF_LUNE * words);
        double byPieces = (Integer.MAX_VALUE - 1.0) / (size + 2.0);
        double batches = Math.max(1, Math.floor(Math.min(byTime, byPieces) / batch));
        return (int) Math.min(Integer.MAX_VALUE, batches * batch);
    }

    /** Searches the lunes of some edges; the ints that what is found takes, with the counter. */
    private long search(int first, int last) throws InterruptedException {
        space.write(found, 0, new int[] {0}, 0, 1);
        for (long at = first; at < last; at += batch) {
            int count = (int) Math.min(batch, last - at);
            end.join(edges.ends(), at, count, queue);
            look(at, count);
            takeApart();
            begin.join(edges.ends(), at, count, queue);
        }
        space.await("searching lunes");
        int[] taken = new int[1];
        space.read(found, 0, taken, 0, 1);
        return 1L + Integer.toUnsignedLong(taken[0]);
    }

    private void look(long first, int count) {
        space.function("lunes", "look_at_lunes")
                .launch(
                        count,
                        GROUP,
                        Argument.of(begin.centralRows()),
                        Argument.of(end.centralRows()),
                        Argument.of(order.places()),
                        Argument.of(order.names()),
                        Argument.of(lower),
                        Argument.of(edges.ends()),
                        Argument.of(first),
                        Argument.of(words),
                        Argument.of(queue));
    }

    private void takeApart() {
        space.function("lunes", "take_lunes_apart")
                .launch(
                        groups,
                        GROUP,
                        Argument.of(begin.rows()),
                        Argument.of(end.rows()),
                        Argument.of(lower),
                        Argument.of(edges.ends()),
                        Argument.of(words),
                        Argument.of(queue),
                        Argument.of(sets),
                        Argument.of(found),
                        Argument.of(room()));
    }

    private long room() {
        return found.bytes() / Integer.BYTES;
    }

    private void makeRoom(long ints) {
        space.free(found);
        long bytes = Integer.BYTES * ints;
        if (bytes > space.freeMemory() || bytes > space.info().largestBlock()) {
            throw new KernelException("pieces of lunes take " + bytes + " bytes of the device's memory, "
                    + space.freeMemory() + " are free, at most " + space.info().largestBlock() + " in one piece");
        }
        found = space.allocate(bytes);
    }

    /** Brings the graphs back to where they were before an edge. */
    private void restart(int first) {
        for (LuneGraph graph : new LuneGraph[] {begin, end}) {
            graph.clear();
            graph.join(edges.ends(), 0, first, queue);
        }
    }

    private void read(int count) {
        int[] ints = new int[count];
        space.read(found, Integer.BYTES, ints, 0, count);
        critical.add(ints);
    }

    /** What has been found, in blocks whose edges come one after the other; within a block they are in any order. */
    private static final class CriticalList {
        private int[] ordered = {};
        private int size;

        void add(int[] block) {
            if (size + (long) block.length > Integer.MAX_VALUE - Long.BYTES) {
                throw new KernelException("lunes have more pieces than an array can hold");
            }
            if (size + block.length > ordered.length) {
                long longer = Math.max(size + (long) block.length, 2L * size);
                ordered = Arrays.copyOf(ordered, (int) Math.min(Integer.MAX_VALUE - Long.BYTES, longer));
            }
            for (long start : starts(block)) {
                int at = (int) start;
                int length = 2 + block[at + 1];
                System.arraycopy(block, at, ordered, size, length);
                size += length;
            }
        }

        /** Where its edges are in a block, in order of the edges; the lower half of each tells. */
        private static long[] starts(int[] block) {
            long[] starts = new long[block.length / 2];
            int count = 0;
            for (int at = 0; at < block.length; at += 2 + block[at + 1]) {
                starts[count++] = (long) block[at] << 32 | at;
            }
            long[] sorted = Arrays.copyOf(starts, count);
            Arrays.sort(sorted);
            return sorted;
        }

        int[] inOrder() {
            return Arrays.copyOf(ordered, size);
        }
    }
}
