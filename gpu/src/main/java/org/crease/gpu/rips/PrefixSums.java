package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/** Turns numbers on a device into the sums of those before them: blocks first, then their sums in the same way. */
final class PrefixSums {
    /** Numbers that a group of edges.c works on, and its items. */
    static final int BLOCK = 2048;

    static final int GROUP = 256;

    private PrefixSums() {}

    static long blocks(long count) {
        return (count + BLOCK - 1) / BLOCK;
    }

    /** Bytes that are held meanwhile. */
    static long bytes(long count) {
        long blocks = blocks(count);
        return Integer.BYTES * blocks + (blocks > 1 ? bytes(blocks) : 0);
    }

    /** Returns the sum of all, which must fit into an int, once that is known. */
    static int of(Workspace space, Memory values, long count) {
        long blocks = blocks(count);
        Memory totals = space.allocate(Integer.BYTES * blocks);
        space.function("edges", "sum_blocks")
                .launch(blocks, GROUP, Argument.of(values), Argument.of(count), Argument.of(totals));
        int sum = blocks == 1 ? first(space, totals) : of(space, totals, blocks);
        if (blocks > 1) {
            space.function("edges", "add_to_blocks")
                    .launch(blocks, GROUP, Argument.of(values), Argument.of(count), Argument.of(totals));
        }
        space.free(totals);
        return sum;
    }

    private static int first(Workspace space, Memory totals) {
        int[] sum = new int[1];
        space.read(totals, 0, sum, 0, 1);
        return sum[0];
    }
}
