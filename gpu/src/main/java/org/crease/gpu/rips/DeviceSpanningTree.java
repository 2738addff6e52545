package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.SharedDevice;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.MeasuredPoints;
import org.crease.homology.kernel.SpanningTreeKernel;

/**
 * Borůvka's algorithm: round by round the device finds the nearest point outside its own tree for every point, by tiles of
 * distances that are not kept, and trees join along the first edge of each. Edges are in a strict order, of length and ends,
 * so that none close a circle. At most log₂ n rounds, O(n) memory.
 *
 * <p>O. Borůvka, <i>O jistém problému minimálním</i>, 1926; J. Nešetřil et al., Discrete Mathematics 233, 2001.
 */
public final class DeviceSpanningTree implements SpanningTreeKernel {
    private final SharedDevice device;

    public DeviceSpanningTree(SharedDevice device) {
        this.device = device;
    }

    @Override
    public String device() {
        return device.info().toString();
    }

    @Override
    public Tree tree(MeasuredPoints points) throws InterruptedException {
        return device.use(space -> tree(space, points));
    }

    private static Tree tree(Workspace space, MeasuredPoints points) throws InterruptedException {
        int size = points.size();
        GrowingForest forest = new GrowingForest(size);
        if (size > 1) {
            NearestLauncher launcher = new NearestLauncher(space, "nearest_outside", points);
            int answers = launcher.segments() * size;
            Memory components = space.allocate((long) Integer.BYTES * size);
            Memory lengths = space.allocate((long) Integer.BYTES * answers);
            Memory others = space.allocate((long) Integer.BYTES * answers);
            int[] foundLengths = new int[answers];
            int[] foundOthers = new int[answers];
            while (!forest.isTree()) {
                space.write(components, 0, forest.components(), 0, size);
                launcher.run(Argument.of(components), lengths, others, "growing a spanning tree");
                space.read(lengths, 0, foundLengths, 0, answers);
                space.read(others, 0, foundOthers, 0, answers);
                forest.join(foundLengths, foundOthers);
            }
        }
        return forest.tree();
    }
}
