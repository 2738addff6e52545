package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/** A growing graph as rows of bits on a device. */
final class LuneGraph {
    private static final int GROUP = 32;

    private final Workspace space;
    private final int size;
    private final Memory rows;

    /** A graph without edges. */
    LuneGraph(Workspace space, int size) {
        this.space = space;
        this.size = size;
        rows = space.allocate(bytes(size));
        clear();
    }

    /** Words of 64 bits in a row. */
    static int words(int size) {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    static long bytes(int size) {
        return (long) Long.BYTES * size * words(size);
    }

    Memory rows() {
        return rows;
    }

    /** Takes all edges out. */
    void clear() {
        rows.clear();
        space.function("lunes", "begin_graph")
                .launch(
                        (size + GROUP - 1L) / GROUP,
                        GROUP,
                        Argument.of(rows),
                        Argument.of(size),
                        Argument.of(words(size)));
    }

    /** Joins the ends of some edges, and empties a queue. */
    void join(Memory ends, long first, int count, Memory queue) {
        if (count > 0) {
            space.function("lunes", "join_edges")
                    .launch(
                            (count + GROUP - 1L) / GROUP,
                            GROUP,
                            Argument.of(rows),
                            Argument.of(ends),
                            Argument.of(first),
                            Argument.of(count),
                            Argument.of(words(size)),
                            Argument.of(queue));
        }
    }
}
