package org.crease.gpu.rips;

import java.util.List;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;

/**
 * The pairs of a triangle of distances that are within a cut, in order: collected, then sorted on a device by a radix sort
 * that keeps the order of equal ones. An edge takes 16 bytes; where there is no room for all, one range of lengths is done
 * after the other.
 */
final class EdgeOrder {
    private static final int DIGIT_BITS = 4;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int BYTES_OF_EDGE = 17; // with its share of the counters
    private static final int LEAST = 1 << 16; // edges to have room for, where there are as many
    private static final double SHARE = 0.75; // of the room; what is found in lunes may take some of the rest

    private final Workspace space;
    private final Triangle triangle;
    private final int most;
    private final List<EdgeRange> ranges;
    private final int count;
    private final Memory counts;
    private Memory keys;
    private Memory ends;
    private Memory otherKeys;
    private Memory otherEnds;

    /**
     * Counts the edges no longer than a cut, and allocates the room to sort them.
     *
     * @param most edges to be sorted at a time
     * @throws KernelException when there is too little room
     */
    EdgeOrder(Workspace space, Triangle triangle, float cut, int most) throws InterruptedException {
        this.space = space;
        this.triangle = triangle;
        EdgeRange all = EdgeRange.upTo(Float.floatToRawIntBits(cut), triangle.pairs());
        count = count(all);
        this.most = Math.min(count, Math.min(most, room(space, count)));
        ranges = count <= this.most ? List.of(all) : all.split(triangle.lower(), this.most);
        long bytes = (long) Integer.BYTES * this.most;
        counts = space.allocate(Integer.BYTES * DIGITS * PrefixSums.blocks(this.most));
        keys = space.allocate(bytes);
        ends = space.allocate(bytes);
        otherKeys = space.allocate(bytes);
        otherEnds = space.allocate(bytes);
    }

    /** Bytes of the device's memory to sort some of so many pairs. */
    static long leastBytes(long pairs) {
        return (long) (BYTES_OF_EDGE * Math.min(pairs, LEAST) / SHARE);
    }

    private static int room(Workspace space, int count) {
        long bytes = (long) (SHARE * space.freeMemory());
        long room = Math.min(bytes / BYTES_OF_EDGE, space.info().largestBlock() / Integer.BYTES);
        if (room < Math.min(count, LEAST)) {
            throw new KernelException("sorting edges takes at least " + leastBytes(count)
                    + " bytes of the device's memory, " + space.freeMemory() + " are free");
        }
        return (int) Math.min(Integer.MAX_VALUE, room);
    }

    /** How many edges there are in all. */
    int count() {
        return count;
    }

    /** The ranges to be sorted, in order. */
    List<EdgeRange> ranges() {
        return ranges;
    }

    /** The ends of the edges sorted last: the higher in the upper 16 bits, the lower in the lower. */
    Memory ends() {
        return ends;
    }

    private int count(EdgeRange range) throws InterruptedException {
        int[] found = {0};
        triangle.forEachBand(band -> {
            long blocks = PrefixSums.blocks(band.endPair() - band.firstPair());
            Memory starts = space.allocate(Integer.BYTES * blocks);
            found[0] += count(range, band, starts, blocks);
            space.free(starts);
        });
        return found[0];
    }

    /** Where the edges of each block of a band's pairs start, and how many there are. */
    private int count(EdgeRange range, Triangle.Band band, Memory starts, long blocks) {
        space.function("edges", "count_edges")
                .launch(
                        blocks,
                        PrefixSums.GROUP,
                        Argument.of(band.memory()),
                        Argument.of(band.firstPair()),
                        Argument.of(Math.max(range.firstPair(), band.firstPair())),
                        Argument.of(Math.min(range.endPair(), band.endPair())),
                        Argument.of(range.firstBits()),
                        Argument.of(range.lastBits()),
                        Argument.of(starts));
        return PrefixSums.of(space, starts, blocks);
    }

    /** Sorts the edges of a range; returns how many they are. */
    int sort(EdgeRange range) throws InterruptedException {
        int found = collect(range);
        long blocks = PrefixSums.blocks(found);
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(range.firstBits() ^ range.lastBits());
        for (int shift = 0; found > 0 && shift < bits; shift += DIGIT_BITS) {
            pass(found, shift, blocks);
            Memory freeKeys = keys;
            Memory freeEnds = ends;
            keys = otherKeys;
            ends = otherEnds;
            otherKeys = freeKeys;
            otherEnds = freeEnds;
            space.await("sorting edges");
        }
        return found;
    }

    private int collect(EdgeRange range) throws InterruptedException {
        int[] found = {0};
        triangle.forEachBand(range.firstPair(), range.endPair(), band -> {
            long first = Math.max(range.firstPair(), band.firstPair());
            long end = Math.min(range.endPair(), band.endPair());
            long blocks = PrefixSums.blocks(end - first);
            Memory starts = space.allocate(Integer.BYTES * blocks);
            int more = count(range, band, starts, blocks);
            space.function("edges", "collect_edges")
                    .launch(
                            blocks,
                            PrefixSums.GROUP,
                            Argument.of(band.memory()),
                            Argument.of(band.firstPair()),
                            Argument.of(first),
                            Argument.of(end),
                            Argument.of(range.firstBits()),
                            Argument.of(range.lastBits()),
                            Argument.of(starts),
                            Argument.of((long) found[0]),
                            Argument.of(keys),
                            Argument.of(ends));
            found[0] += more;
            space.await("collecting edges");
            space.free(starts);
        });
        return found[0];
    }

    private void pass(int edges, int shift, long blocks) {
        space.function("edges", "count_digits")
                .launch(
                        blocks,
                        PrefixSums.GROUP,
                        Argument.of(keys),
                        Argument.of((long) edges),
                        Argument.of(shift),
                        Argument.of(counts));
        PrefixSums.of(space, counts, DIGITS * blocks);
        space.function("edges", "move_by_digit")
                .launch(
                        blocks,
                        PrefixSums.GROUP,
                        Argument.of(keys),
                        Argument.of(ends),
                        Argument.of(otherKeys),
                        Argument.of(otherEnds),
                        Argument.of((long) edges),
                        Argument.of(shift),
                        Argument.of(counts));
    }
}
