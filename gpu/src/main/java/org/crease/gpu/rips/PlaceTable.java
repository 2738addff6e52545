package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/**
 * Which place each edge of a batch has, on a device: a table that is a quarter full at most and small enough to stay near the
 * processors, which the distances of all pairs are not.
 */
final class PlaceTable {
    private static final int GROUP = 32;
    private static final int SLOTS_OF_EDGE = 4;
    private static final int BYTES_OF_SLOT = 2 * Integer.BYTES;

    private final Workspace space;
    private final Memory slots;
    private final int lastSlot;

    /** With room for batches of so many edges at most. */
    PlaceTable(Workspace space, int batch) {
        this.space = space;
        slots = space.allocate(bytes(batch));
        lastSlot = slots(batch) - 1;
    }

    private static int slots(int batch) {
        return SLOTS_OF_EDGE * Integer.highestOneBit(2 * batch - 1);
    }

    static long bytes(int batch) {
        return (long) BYTES_OF_SLOT * slots(batch);
    }

    Argument slots() {
        return Argument.of(slots);
    }

    Argument lastSlot() {
        return Argument.of(lastSlot);
    }

    /** Notes the edges of a batch and forgets those before. */
    void note(Memory ends, long first, int count) {
        slots.clear();
        space.function("lunes", "note_places")
                .launch(
                        (count + GROUP - 1L) / GROUP,
                        GROUP,
                        slots(),
                        lastSlot(),
                        Argument.of(ends),
                        Argument.of(first),
                        Argument.of(count));
    }
}
