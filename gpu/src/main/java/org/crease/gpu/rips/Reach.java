package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/** How far points reach in a triangle of distances on a device. */
final class Reach {
    private static final int GROUP = 256;
    private static final int BAND = 256; // rows

    private Reach() {}

    /** The enclosing radius or, where that is infinite, the largest distance that is not; of two points at least. */
    static float lastScale(Workspace space, Memory lower, int size) {
        Memory reach = space.allocate((long) Integer.BYTES * size);
        Memory finite = space.allocate((long) Integer.BYTES * size);
        space.function("edges", "reach_rows")
                .launch(size, GROUP, Argument.of(lower), Argument.of(reach), Argument.of(finite));
        long columns = (size + GROUP - 1L) / GROUP;
        long bands = (size + BAND - 1L) / BAND;
        space.function("edges", "reach_columns")
                .launch(
                        columns * bands,
                        GROUP,
                        Argument.of(lower),
                        Argument.of(reach),
                        Argument.of(size),
                        Argument.of(BAND));
        float[] numbers = new float[size];
        space.read(reach, 0, numbers, 0, size);
        float last = Float.POSITIVE_INFINITY;
        for (float radius : numbers) {
            last = Math.min(last, radius);
        }
        if (last == Float.POSITIVE_INFINITY) {
            space.read(finite, 0, numbers, 0, size);
            last = 0;
            for (float distance : numbers) {
                last = Math.max(last, distance);
            }
        }
        space.free(reach);
        space.free(finite);
        return last;
    }
}
