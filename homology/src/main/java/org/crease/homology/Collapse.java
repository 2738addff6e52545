package org.crease.homology;

/**
 * How the graph on a lune shrinks to its core: in each stage points go out that a remaining one, the hub, dominates, being
 * joined to them and to all their neighbours.
 *
 * @param core what remains, ascending
 * @param hubs of each stage
 * @param gone the points of each stage, as bits
 */
record Collapse(int[] core, int[] hubs, long[][] gone) {

    /** The hub of the first stage in which one of the points goes out, or -1 when all are in the core. */
    int hub(int[] points, int from, int size, int except, int exceptToo) {
        for (int stage = 0; stage < hubs.length; stage++) {
            long[] set = gone[stage];
            for (int k = from; k < from + size; k++) {
                int point = points[k];
                if (point != except && point != exceptToo && (set[point >> 6] >>> point & 1) != 0) {
                    return hubs[stage];
                }
            }
        }
        return -1;
    }
}
