package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/** How far points reach in a triangle of distances on a device. */
final class Reach {
    private static final int GROUP = 256;
    private static final int STRIP = 256; // rows

    private Reach() {}

    /** The enclosing radius or, where that is infinite, the largest distance that is not; of two points at least. */
    static float lastScale(Workspace space, Triangle triangle) throws InterruptedException {
        int size = triangle.size();
        Memory reach = space.allocate((long) Integer.BYTES * size);
        Memory finite = space.allocate((long) Integer.BYTES * size);
        triangle.forEachBand(band -> add(space, band, reach, finite));
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

    private static void add(Workspace space, Triangle.Band band, Memory reach, Memory finite) {
        int rows = band.endRow() - band.firstRow();
        space.function("edges", "reach_rows")
                .launch(
                        rows,
                        GROUP,
                        Argument.of(band.memory()),
                        Argument.of(band.firstRow()),
                        Argument.of(reach),
                        Argument.of(finite));
        long columns = (band.endRow() + GROUP - 1L) / GROUP;
        long strips = (rows + STRIP - 1L) / STRIP;
        space.function("edges", "reach_columns")
                .launch(
                        columns * strips,
                        GROUP,
                        Argument.of(band.memory()),
                        Argument.of(band.firstRow()),
                        Argument.of(band.endRow()),
                        Argument.of(reach),
                        Argument.of(STRIP));
    }
}
