package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;

/**
 * The edges whose lunes are empty or fall into several pieces, on a device, batch by batch; edges may come in parts. A batch's
 * lunes are told from the graph as it begins and as it ends; pairs that come in between are looked up. Nearly all lunes are
 * seen to be one piece by the first look, which meets {@linkplain Centrality central} points first; the others are taken apart
 * by a second. What is found comes back after some batches; if there was not room enough for it, those batches are gone
 * through again with more.
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
    private final int batch;
    private final int groups;
    private final Centrality order;
    private final Memory queue;
    private final Memory sets;
    private final LuneGraph begin;
    private final LuneGraph end;
    private final PlaceTable places;
    private final CriticalList critical = new CriticalList();
    private Memory found;

    /**
     * A search that has seen no edges.
     *
     * @param room ints that there is room for at first
     */
    LuneSearch(Workspace space, Centrality order, int size, int room) {
        this.space = space;
        this.size = size;
        this.order = order;
        words = LuneGraph.words(size);
        batch = batch(size);
        groups = groups(space);
        queue = space.allocate(Integer.BYTES * (batch + 1L));
        sets = space.allocate(bytesOfSets(space, size));
        begin = new LuneGraph(space, size, order.places());
        end = new LuneGraph(space, size, order.places());
        places = new PlaceTable(space, batch);
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

    /** Bytes that a search and the order of points hold, unless unusually much is found. */
    static long bytes(Workspace space, int size) {
        return 2 * LuneGraph.bytes(size)
                + bytesOfSets(space, size)
                + PlaceTable.bytes(batch(size))
                + Integer.BYTES * (batch(size) + 1L + ROOM + 3L * size);
    }

    /** The edges found so far, in order: of each its place, the number of pieces, the lowest point of each. */
    int[] critical() {
        return critical.inOrder();
    }

    /**
     * Searches the lunes of the edges that come next.
     *
     * @param before edges that were searched before
     */
    void search(Memory ends, int count, int before) throws InterruptedException {
        int most = edgesAtOnce();
        for (int first = 0; first < count; ) {
            int last = (int) Math.min(count, (long) first + most);
            long taken = find(ends, first, last);
            while (taken > room()) {
                makeRoom(taken);
                begin.flip(ends, first, last - first, queue);
                end.flip(ends, first, last - first, queue);
                taken = find(ends, first, last);
            }
            critical.add(before, read((int) taken - 1));
            first = last;
        }
    }

    /** As many as keep the device busy for a while only, and cannot have more pieces than an int counts. */
    private int edgesAtOnce() {
        double byTime = space.operationsOfLaunch() / ((double) ROWS_OF_LUNE * words);
        double byPieces = (Integer.MAX_VALUE - 1.0) / (size + 2.0);
        double batches = Math.max(1, Math.floor(Math.min(byTime, byPieces) / batch));
        return (int) Math.min(Integer.MAX_VALUE, batches * batch);
    }

    /** Finds those of some edges; the ints that what is found takes, with the counter. */
    private long find(Memory ends, int first, int last) throws InterruptedException {
        space.write(found, 0, new int[] {0}, 0, 1);
        for (long at = first; at < last; at += batch) {
            int count = (int) Math.min(batch, last - at);
            end.flip(ends, at, count, queue);
            places.note(ends, at, count);
            look(ends, at, count);
            takeApart(ends);
            begin.flip(ends, at, count, queue);
        }
        space.await("searching lunes");
        int[] taken = new int[1];
        space.read(found, 0, taken, 0, 1);
        return 1L + Integer.toUnsignedLong(taken[0]);
    }

    private void look(Memory ends, long first, int count) {
        space.function("lunes", "look_at_lunes")
                .launch(
                        count,
                        GROUP,
                        Argument.of(begin.centralRows()),
                        Argument.of(end.centralRows()),
                        Argument.of(order.places()),
                        Argument.of(order.names()),
                        places.slots(),
                        places.lastSlot(),
                        Argument.of(ends),
                        Argument.of(first),
                        Argument.of(words),
                        Argument.of(queue));
    }

    private void takeApart(Memory ends) {
        space.function("lunes", "take_lunes_apart")
                .launch(
                        groups,
                        GROUP,
                        Argument.of(begin.rows()),
                        Argument.of(end.rows()),
                        places.slots(),
                        places.lastSlot(),
                        Argument.of(ends),
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

    private int[] read(int count) {
        int[] ints = new int[count];
        space.read(found, Integer.BYTES, ints, 0, count);
        return ints;
    }
}
