package org.crease.homology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The edges at which homology of dimension 0 or 1 may change: those whose lune is empty or falls into several pieces, mostly
 * less than one in a hundred. In blocks, so that a look at what else there is to do can be had in between.
 */
final class CriticalEdges {
    private static final int INTS_OF_BLOCK = 1 << 14; // at least, of edges found all at once

    private final IntList[] blocks;

    /** Blocks in order; of each edge its place, the number of pieces of its lune, the lowest point of each. */
    CriticalEdges(IntList... blocks) {
        this.blocks = blocks;
    }

    /** Edges that have been found all at once, written as in a block. */
    static CriticalEdges given(int... critical) {
        List<IntList> blocks = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < critical.length; ) {
            at += 2 + critical[at + 1];
            if (at - start >= INTS_OF_BLOCK || at == critical.length) {
                blocks.add(IntList.of(Arrays.copyOfRange(critical, start, at)));
                start = at;
            }
        }
        return new CriticalEdges(blocks.toArray(IntList[]::new));
    }

    /** Number of blocks of edges, in order. */
    int blocks() {
        return blocks.length;
    }

    /** How often a lune of one of them has one piece more than the first. */
    long fillings() {
        long fillings = 0;
        for (IntList block : blocks) {
            for (int at = 0; at < block.size(); at += 2 + block.get(at + 1)) {
                fillings += Math.max(0, block.get(at + 1) - 1);
            }
        }
        return fillings;
    }

    /** The critical edges of a block, in order: of each its place, the number of pieces of its lune, a point of each. */
    IntList block(int block) {
        return blocks[block];
    }
}
