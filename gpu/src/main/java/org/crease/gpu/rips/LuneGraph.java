package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/** A growing graph on a device as rows of bits, twice: its points by number, and by centrality. */
final class LuneGraph {
    private static final int GROUP = 32;

    private final Workspace space;
    private final int size;
    private final Memory places;
    private final Memory rows;
    private final Memory centralRows;

    /**
     * A graph without edges.
     *
     * @param places of its points by centrality
     */
    LuneGraph(Workspace space, int size, Memory places) {
        this.space = space;
        this.size = size;
        this.places = places;
        rows = space.allocate(bytes(size) / 2);
        centralRows = space.allocate(bytes(size) / 2);
        for (Memory graph : new Memory[] {rows, centralRows}) {
            graph.clear();
            space.function("lunes", "begin_graph")
                    .launch(
                            (size + GROUP - 1L) / GROUP,
                            GROUP,
                            Argument.of(graph),
                            Argument.of(size),
                            Argument.of(words(size)));
        }
    }

    /** Words of 64 bits in a row. */
    static int words(int size) {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    static long bytes(int size) {
        return 2L * Long.BYTES * size * words(size);
    }

    /** Rows and points by number. */
    Memory rows() {
        return rows;
    }

    /** Rows and points by centrality. */
    Memory centralRows() {
        return centralRows;
    }

    /** Joins the ends of some edges, or parts them where they are joined, and empties a queue. */
    void flip(Memory ends, long first, int count, Memory queue) {
        if (count > 0) {
            space.function("lunes", "flip_edges")
                    .launch(
                            (count + GROUP - 1L) / GROUP,
                            GROUP,
                            Argument.of(rows),
                            Argument.of(centralRows),
                            Argument.of(places),
                            Argument.of(ends),
                            Argument.of(first),
                            Argument.of(count),
                            Argument.of(words(size)),
                            Argument.of(queue));
        }
    }
}
