package org.crease.gpu.rank;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/**
 * Regions that a kernel works on, by their places in the group that is in memory.
 *
 * @param places ascending
 */
record RegionList(int[] places, Memory memory) {

    static RegionList of(Workspace space, int[] places) {
        return new RegionList(places, space.copy(places));
    }

    int size() {
        return places.length;
    }

    Argument argument() {
        return Argument.of(memory);
    }
}
