package org.crease.gpu.rips;

import org.crease.gpu.work.SharedDevice;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.DistanceKernel;
import org.crease.homology.kernel.MeasuredPoints;

/**
 * All distances on a device, band by band of rows where they do not fit into its memory at once; see
 * {@link DistanceLauncher} for their bits.
 */
public final class DeviceDistances implements DistanceKernel {
    private final SharedDevice device;
    private final boolean doubles;

    /** Distances in double precision where the device has it. */
    public DeviceDistances(SharedDevice device) {
        this(device, device.info().doubles());
    }

    DeviceDistances(SharedDevice device, boolean doubles) {
        this.device = device;
        this.doubles = doubles;
    }

    @Override
    public String device() {
        return device.info().toString();
    }

    @Override
    public float[] distances(MeasuredPoints points) throws InterruptedException {
        float[] lower = new float[(int) DistanceLauncher.pairs(points.size())];
        if (lower.length > 0) {
            device.use(space -> fill(points, space, lower));
        }
        return lower;
    }

    private float[] fill(MeasuredPoints points, Workspace space, float[] lower) throws InterruptedException {
        DistanceLauncher launcher = new DistanceLauncher(space, points, doubles);
        long most = Math.min(space.freeMemory(), space.info().largestBlock()) / Float.BYTES;
        launcher.compute(space, lower, most);
        return lower;
    }
}
