package org.crease.gpu.rips;

import org.crease.gpu.driver.Argument;
import org.crease.gpu.driver.Function;
import org.crease.gpu.driver.Memory;
import org.crease.gpu.work.Workspace;
import org.crease.homology.kernel.KernelException;
import org.crease.homology.kernel.MeasuredPoints;

/**
 * A kernel that looks through all points for each point, 64 points a group. Where there are few points, several groups have
 * the same points and share the others out into segments, so that the device has enough to do.
 */
final class NearestLauncher {
    private static final int TILE = 64; // points, as in pairs.h
    private static final int GROUP = 256;
    private static final int GROUPS_OF_UNIT = 8;
    private static final int MOST_SEGMENTS = 16;

    private final Workspace space;
    private final MeasuredPoints points;
    private final Function function;
    private final Memory coordinates;
    private final Memory factors;
    private final int tilesOfSegment;

    /**
     * Copies the points to the device.
     *
     * @throws KernelException when it has no double precision: what is nearest would not be the same
     */
    NearestLauncher(Workspace space, String kernel, MeasuredPoints points) {
        if (!space.info().doubles()) {
            throw new KernelException("it has no double precision, which tells apart what is nearly equally near");
        }
        this.space = space;
        this.points = points;
        function = space.function("nearest", kernel);
        coordinates = space.copy(points.coordinates());
        factors = space.copy(points.factors());
        int segments = Math.max(1, GROUPS_OF_UNIT * space.info().units() / blocks());
        tilesOfSegment = (blocks() + Math.min(segments, MOST_SEGMENTS) - 1) / Math.min(segments, MOST_SEGMENTS);
    }

    private int blocks() {
        return (points.size() + TILE - 1) / TILE;
    }

    /** The segments that the points are looked through in; each gives an answer of its own. */
    int segments() {
        return (blocks() + tilesOfSegment - 1) / tilesOfSegment;
    }

    /** Does the work. The kernel's last three arguments are given here. */
    void run(Argument first, Memory lengths, Memory others, String doing) throws InterruptedException {
        double operations = 3.0 * TILE * points.size() * (points.dimension() + 4.0);
        int most = (int) Math.max(1, Math.min(blocks(), space.operationsOfLaunch() / operations));
        for (int block = 0; block < blocks(); block += most) {
            int count = Math.min(most, blocks() - block);
            function.launch(
                    (long) count * segments(),
                    GROUP,
                    Argument.of(coordinates),
                    Argument.of(factors),
                    Argument.of(points.size()),
                    Argument.of(points.dimension()),
                    Argument.of(DistanceLauncher.form(points.form())),
                    Argument.of((long) block),
                    Argument.of(count),
                    Argument.of(tilesOfSegment),
                    first,
                    Argument.of(lengths),
                    Argument.of(others));
            space.await(doing);
        }
    }
}
