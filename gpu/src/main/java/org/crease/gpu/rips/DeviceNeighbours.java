package org.crease.gpu.rips;

import java.util.Arrays;
import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.SharedDevice;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.MeasuredPoints;
import org.crease.homology.kernel.NeighbourKernel;

/** Nearest neighbours on a device, by tiles of distances that are not kept: O(n k) memory for k neighbours of n points. */
public final class DeviceNeighbours implements NeighbourKernel {
    private final SharedDevice device;

    public DeviceNeighbours(SharedDevice device) {
        this.device = device;
    }

    @Override
    public String device() {
        return device.info().toString();
    }

    @Override
    public int[] neighbours(MeasuredPoints points, int count) throws InterruptedException {
        if (count < 1 || count > MOST || count >= points.size()) {
            throw new KernelException(count + " nearest neighbours of " + points.size() + " points; from 1 to " + MOST
                    + " are looked for, fewer than there are points");
        }
        return device.use(space -> neighbours(space, points, count));
    }

    private static int[] neighbours(Workspace space, MeasuredPoints points, int count) throws InterruptedException {
        NearestLauncher launcher = new NearestLauncher(space, "nearest_neighbours", points);
        int segments = launcher.segments();
        long places = (long) points.size() * count * segments;
        if (places > Integer.MAX_VALUE / Integer.BYTES) {
            throw new KernelException(count + " neighbours of " + points.size() + " points are more than it can list");
        }
        Memory lengths = space.allocate(Integer.BYTES * places);
        Memory others = space.allocate(Integer.BYTES * places);
        launcher.run(Argument.of(count), lengths, others, "looking for neighbours");
        int[] foundLengths = new int[(int) places];
        int[] foundOthers = new int[(int) places];
        space.read(lengths, 0, foundLengths, 0, foundLengths.length);
        space.read(others, 0, foundOthers, 0, foundOthers.length);
        return nearest(points.size(), count, segments, foundLengths, foundOthers);
    }

    /** The nearest of all segments, ascending in index; those of a segment come before equally near ones of the next. */
    private static int[] nearest(int size, int count, int segments, int[] lengths, int[] others) {
        int[] nearest = new int[size * count];
        int[] next = new int[segments];
        for (int i = 0; i < size; i++) {
            Arrays.fill(next, 0);
            for (int k = 0; k < count; k++) {
                int best = -1;
                int from = 0;
                for (int segment = 0; segment < segments; segment++) {
                    int at = (segment * size + i) * count + next[segment];
                    if (next[segment] < count && others[at] >= 0 && (best < 0 || lengths[at] < lengths[best])) {
                        best = at;
                        from = segment;
                    }
                }
                nearest[i * count + k] = others[best];
                next[from]++;
            }
            Arrays.sort(nearest, i * count, (i + 1) * count);
        }
        return nearest;
    }
}
