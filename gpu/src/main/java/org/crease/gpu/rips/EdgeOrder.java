package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;

/**
 * The pairs of a triangle of distances on a device that are within a cut, in order: collected, then sorted by a radix sort
 * that keeps the order of equal ones. 16 bytes an edge while it goes on, 4 are kept.
 */
final class EdgeOrder {
    private static final int DIGIT_BITS = 4;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private final Workspace space;
    private final int count;
    private final int cutBits;
    private Memory keys;
    private Memory ends;

    private EdgeOrder(Workspace space, int count, int cutBits, Memory keys, Memory ends) {
        this.space = space;
        this.count = count;
        this.cutBits = cutBits;
        this.keys = keys;
        this.ends = ends;
    }

    /** Edges on a device: the higher end in the upper 16 bits, the lower in the lower. */
    record Edges(int count, Memory ends) {}

    /**
     * The edges no longer than a cut.
     *
     * @param lower distances, as many as there are pairs, at least one
     * @throws KernelException when there is no room to sort them
     */
    static Edges upTo(Workspace space, Memory lower, long pairs, float cut) throws InterruptedException {
        int cutBits = Float.floatToRawIntBits(cut);
        long blocks = PrefixSums.blocks(pairs);
        Memory starts = space.allocate(Integer.BYTES * blocks);
        space.function("edges", "count_edges")
                .launch(
                        blocks,
                        PrefixSums.GROUP,
                        Argument.of(lower),
                        Argument.of(pairs),
                        Argument.of(cutBits),
                        Argument.of(starts));
        int count = PrefixSums.of(space, starts, blocks);
        space.await("counting edges");
        requireRoom(space, count);
        Memory keys = space.allocate((long) Integer.BYTES * count);
        Memory ends = space.allocate((long) Integer.BYTES * count);
        space.function("edges", "collect_edges")
                .launch(
                        blocks,
                        PrefixSums.GROUP,
                        Argument.of(lower),
                        Argument.of(pairs),
                        Argument.of(cutBits),
                        Argument.of(starts),
                        Argument.of(keys),
                        Argument.of(ends));
        space.await("collecting edges");
        space.free(starts);
        return new EdgeOrder(space, count, cutBits, keys, ends).sorted();
    }

    private static void requireRoom(Workspace space, int count) {
        long counters = DIGITS * PrefixSums.blocks(count);
        long bytes = 4L * Integer.BYTES * count + Integer.BYTES * counters + PrefixSums.bytes(counters);
        if (bytes > space.freeMemory()
                || (long) Integer.BYTES * count > space.info().largestBlock()) {
            throw new KernelException("sorting " + count + " edges takes " + bytes + " bytes of the device's memory, "
                    + space.freeMemory() + " are free, at most " + space.info().largestBlock() + " in one piece");
        }
    }

    private Edges sorted() throws InterruptedException {
        if (count > 0) {
            sort();
        }
        space.free(keys);
        return new Edges(count, ends);
    }

    private void sort() throws InterruptedException {
        long blocks = PrefixSums.blocks(count);
        Memory counts = space.allocate(Integer.BYTES * DIGITS * blocks);
        Memory otherKeys = space.allocate((long) Integer.BYTES * count);
        Memory otherEnds = space.allocate((long) Integer.BYTES * count);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(cutBits);
        for (int shift = 0; shift < bits; shift += DIGIT_BITS) {
            pass(shift, blocks, counts, otherKeys, otherEnds);
            Memory freeKeys = keys;
            Memory freeEnds = ends;
            keys = otherKeys;
            ends = otherEnds;
            otherKeys = freeKeys;
            otherEnds = freeEnds;
            space.await("sorting edges");
        }
        space.free(otherKeys);
        space.free(otherEnds);
        space.free(counts);
    }

    private void pass(int shift, long blocks, Memory counts, Memory toKeys, Memory toEnds) {
        Function counting = space.function("edges", "count_digits");
        counting.launch(
                blocks,
                PrefixSums.GROUP,
                Argument.of(keys),
                Argument.of((long) count),
                Argument.of(shift),
                Argument.of(counts));
        PrefixSums.of(space, counts, DIGITS * blocks);
        space.function("edges", "move_by_digit")
                .launch(
                        blocks,
                        PrefixSums.GROUP,
                        Argument.of(keys),
                        Argument.of(ends),
                        Argument.of(toKeys),
                        Argument.of(toEnds),
                        Argument.of((long) count),
                        Argument.of(shift),
                        Argument.of(counts));
    }
}
