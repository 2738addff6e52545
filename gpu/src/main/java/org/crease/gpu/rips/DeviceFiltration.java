package org.crease.gpu.rips;

import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.SharedDevice;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.FiltrationKernel;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.MeasuredPoints;

/**
 * Distances, their order and their lunes on a device. Lunes of n points take n² / 2 bytes of its memory, which must be there.
 * Distances take 4 bytes a pair: they stay on the device where there is room, otherwise a band of rows is there at a time.
 * Edges take 16 bytes each to be sorted: all are where there is room, otherwise those of a range of lengths at a time, and
 * their lunes with them.
 */
public final class DeviceFiltration implements FiltrationKernel {
    private final SharedDevice device;
    private final boolean doubles;
    private final Limits limits;

    /** A filtration of distances in double precision where the device has it, otherwise as {@link DeviceDistances} has them. */
    public DeviceFiltration(SharedDevice device) {
        this(device, device.info().doubles(), Limits.NONE);
    }

    DeviceFiltration(SharedDevice device, boolean doubles, Limits limits) {
        this.device = device;
        this.doubles = doubles;
        this.limits = limits;
    }

    /**
     * How much is on the device at a time at most, even where there is room for more.
     *
     * @param pairs of distances
     * @param edges to be sorted
     * @param found ints that there is room for at first, of what is found in lunes
     */
    record Limits(long pairs, int edges, int found) {
        static final Limits NONE = new Limits(Long.MAX_VALUE, Integer.MAX_VALUE, LuneSearch.ROOM);
    }

    @Override
    public String device() {
        return device.info().toString();
    }

    @Override
    public OrderedEdges edges(MeasuredPoints points, Extent extent) throws InterruptedException {
        int size = points.size();
        float[] lower = new float[(int) DistanceLauncher.pairs(size)];
        return device.use(space -> {
            long most = pairsAtOnce(space, size, extent, DistanceLauncher.bytes(points));
            DistanceLauncher launcher = new DistanceLauncher(space, points, doubles);
            if (most < lower.length) {
                launcher.compute(space, lower, most);
                launcher.free(space);
                return edges(space, Triangle.inBands(space, size, lower, most), extent);
            }
            Memory triangle = space.allocate((long) Float.BYTES * lower.length);
            compute(space, launcher, triangle);
            launcher.free(space);
            space.read(triangle, 0, lower, 0, lower.length);
            return edges(space, Triangle.whole(space, size, lower, triangle), extent);
        });
    }

    private static void compute(Workspace space, DistanceLauncher launcher, Memory triangle)
            throws InterruptedException {
        for (int row = 0; row < launcher.tileRows(); ) {
            int end = launcher.endOfBand(row, Long.MAX_VALUE);
            launcher.launch(row, end, triangle, 0);
            space.await("computing distances");
            row = end;
        }
    }

    @Override
    public OrderedEdges edges(int size, float[] lower, Extent extent) throws InterruptedException {
        return device.use(space -> {
            long most = pairsAtOnce(space, size, extent, 0);
            Triangle triangle = most < lower.length
                    ? Triangle.inBands(space, size, lower, most)
                    : Triangle.whole(space, size, lower, space.copy(lower));
            return edges(space, triangle, extent);
        });
    }

    private OrderedEdges edges(Workspace space, Triangle triangle, Extent extent) throws InterruptedException {
        double last = Math.max(Reach.lastScale(space, triangle), extent.least());
        float cut = floor(Math.min(extent.threshold(), last));
        LuneSearch search = extent.lunes()
                ? new LuneSearch(space, Centrality.of(space, triangle, cut), triangle.size(), limits.found)
                : null;
        EdgeOrder order = new EdgeOrder(space, triangle, cut, limits.edges);
        int[] ends = new int[order.count()];
        int done = 0;
        for (EdgeRange range : order.ranges()) {
            int count = order.sort(range);
            space.read(order.ends(), 0, ends, done, count);
            if (search != null) {
                search.search(order.ends(), count, done);
            }
            done += count;
        }
        return new OrderedEdges(triangle.lower(), last, ends, search == null ? new int[0] : search.critical());
    }

    /** The largest finite float that is not above a scale of at least 0. */
    private static float floor(double scale) {
        float nearest = (float) Math.min(scale, Float.MAX_VALUE);
        return nearest > scale ? Math.nextDown(nearest) : nearest;
    }

    /**
     * The pairs whose distances there is room for: all, or those that take half of what lunes and the least room to sort edges
     * leave.
     */
    private long pairsAtOnce(Workspace space, int size, Extent extent, long bytesOfPoints) {
        long pairs = DistanceLauncher.pairs(size);
        long lunes = extent.lunes() ? LuneSearch.bytes(space, size) : 0;
        long others = Math.max(bytesOfPoints, lunes + EdgeOrder.leastBytes(pairs));
        long least = Float.BYTES * DistanceLauncher.leastEntries(size);
        long room = Math.min(space.freeMemory() - others, space.info().largestBlock());
        if (room < least) {
            throw new KernelException("a filtration on " + size + " points takes at least " + (others + least)
                    + " bytes of the device's memory, " + space.freeMemory() + " are free, at most "
                    + space.info().largestBlock() + " in one piece");
        }
        long most = Float.BYTES * pairs <= room ? pairs : Math.max(least, room / 2) / Float.BYTES;
        return Math.min(most, limits.pairs);
    }
}
