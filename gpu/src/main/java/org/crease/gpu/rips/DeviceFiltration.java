package org.crease.gpu.rips;

import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.SharedDevice;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.FiltrationKernel;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.MeasuredPoints;

/**
 * Distances, their order and their lunes on a device, from one to the next without a way back. Takes 20 bytes a pair of points
 * while edges are sorted, and then n² / 2 bytes for the lunes of n points: nothing is done by tiles here.
 */
public final class DeviceFiltration implements FiltrationKernel {
    private final SharedDevice device;
    private final boolean doubles;
    private final int room;

    /** A filtration of distances in double precision where the device has it, otherwise as {@link DeviceDistances} has them. */
    public DeviceFiltration(SharedDevice device) {
        this(device, device.info().doubles(), LuneSearch.ROOM);
    }

    /** With room for so many ints of what is found in lunes at first. */
    DeviceFiltration(SharedDevice device, boolean doubles, int room) {
        this.device = device;
        this.doubles = doubles;
        this.room = room;
    }

    @Override
    public String device() {
        return device.info().toString();
    }

    @Override
    public OrderedEdges edges(MeasuredPoints points, Extent extent) throws InterruptedException {
        return device.use(space -> {
            requireRoom(space, points.size(), extent, (long) Float.BYTES * points.coordinates().length);
            float[] lower = new float[(int) DistanceLauncher.pairs(points.size())];
            Memory triangle = space.allocate((long) Float.BYTES * lower.length);
            compute(space, points, triangle);
            space.read(triangle, 0, lower, 0, lower.length);
            return edges(space, points.size(), lower, triangle, extent);
        });
    }

    private void compute(Workspace space, MeasuredPoints points, Memory triangle) throws InterruptedException {
        DistanceLauncher launcher = new DistanceLauncher(space, points, doubles);
        for (int row = 0; row < launcher.tileRows(); ) {
            int end = launcher.endOfBand(row, Long.MAX_VALUE);
            launcher.launch(row, end, triangle, 0);
            space.await("computing distances");
            row = end;
        }
        launcher.free(space);
    }

    @Override
    public OrderedEdges edges(int size, float[] lower, Extent extent) throws InterruptedException {
        return device.use(space -> {
            requireRoom(space, size, extent, 0);
            return edges(space, size, lower, space.copy(lower), extent);
        });
    }

    private OrderedEdges edges(Workspace space, int size, float[] lower, Memory triangle, Extent extent)
            throws InterruptedException {
        double last = Math.max(Reach.lastScale(space, triangle, size), extent.least());
        float cut = floor(Math.min(extent.threshold(), last));
        EdgeOrder.Edges edges = EdgeOrder.upTo(space, triangle, lower.length, cut);
        int[] critical = extent.lunes() ? LuneSearch.critical(space, size, triangle, edges, cut, room) : new int[0];
        int[] ends = new int[edges.count()];
        space.read(edges.ends(), 0, ends, 0, ends.length);
        return new OrderedEdges(lower, last, ends, critical);
    }

    /** The largest finite float that is not above a scale of at least 0. */
    private static float floor(double scale) {
        float nearest = (float) Math.min(scale, Float.MAX_VALUE);
        return nearest > scale ? Math.nextDown(nearest) : nearest;
    }

    /** Whether there is room for what is known to be needed; edges are counted later. */
    private static void requireRoom(Workspace space, int size, Extent extent, long bytesOfPoints) {
        long triangle = Float.BYTES * DistanceLauncher.pairs(size);
        long lunes = extent.lunes() ? LuneSearch.bytes(space, size) : 0;
        long bytes = triangle + Math.max(bytesOfPoints, lunes);
        if (bytes > space.freeMemory() || triangle > space.info().largestBlock()) {
            throw new KernelException("a filtration on " + size + " points takes at least " + bytes
                    + " bytes of the device's memory, " + space.freeMemory() + " are free, at most "
                    + space.info().largestBlock() + " in one piece");
        }
    }
}
