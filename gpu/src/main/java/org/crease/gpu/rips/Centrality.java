package org.crease.gpu.rips;

import java.util.Arrays;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;

/**
 * The points of a triangle of distances on a device in order of the sum of their distances to all others, about: the first
 * are near most others, so that few of them are near all of a lune.
 *
 * @param places of the points in that order, on the device
 * @param names the point at each place, on the device
 */
record Centrality(Memory places, Memory names) {
    private static final int GROUP = 256;
    private static final int STRIP = 256; // rows
    private static final float STEPS = 65_535; // that the largest distances counted have, as in edges.c

    /**
     * The order of points.
     *
     * @param scale finite; distances of twice as much and more count the same
     */
    static Centrality of(Workspace space, Triangle triangle, float scale) throws InterruptedException {
        Memory totals = space.allocate((long) Integer.BYTES * triangle.size());
        float steps = Math.min(Float.MAX_VALUE, STEPS / Math.max(Float.MIN_NORMAL, 2 * Math.min(scale, 1e38f)));
        triangle.forEachBand(band -> add(space, band, steps, totals));
        int[] sums = new int[triangle.size()];
        space.read(totals, 0, sums, 0, sums.length);
        space.free(totals);
        return ascending(space, sums);
    }

    private static void add(Workspace space, Triangle.Band band, float steps, Memory totals) {
        int rows = band.endRow() - band.firstRow();
        space.function("edges", "sum_rows")
                .launch(
                        rows,
                        GROUP,
                        Argument.of(band.memory()),
                        Argument.of(band.firstRow()),
                        Argument.of(steps),
                        Argument.of(totals));
        long columns = (band.endRow() + GROUP - 1L) / GROUP;
        long strips = (rows + STRIP - 1L) / STRIP;
        space.function("edges", "sum_columns")
                .launch(
                        columns * strips,
                        GROUP,
                        Argument.of(band.memory()),
                        Argument.of(band.firstRow()),
                        Argument.of(band.endRow()),
                        Argument.of(steps),
                        Argument.of(totals),
                        Argument.of(STRIP));
    }

    private static Centrality ascending(Workspace space, int... sums) {
        long[] order = new long[sums.length];
        for (int i = 0; i < sums.length; i++) {
            order[i] = Integer.toUnsignedLong(sums[i]) << 16 | i;
        }
        Arrays.sort(order);
        int[] places = new int[sums.length];
        int[] names = new int[sums.length];
        for (int place = 0; place < order.length; place++) {
            names[place] = (int) (order[place] & 0xffff);
            places[names[place]] = place;
        }
        return new Centrality(space.copy(places), space.copy(names));
    }
}
