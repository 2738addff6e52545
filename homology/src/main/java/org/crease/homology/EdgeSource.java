package org.crease.homology;

import java.util.Optional;
import org.crease.homology.kernel.DistanceKernel;
import org.crease.homology.kernel.FiltrationKernel;
import org.crease.homology.kernel.FiltrationKernel.Extent;
import org.crease.homology.kernel.FiltrationKernel.OrderedEdges;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.kernel.MeasuredPoints;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.MeasuredCloud;

/**
 * Distances and the order of edges, by a device where there is one and it pays, otherwise or when it fails by the processor:
 * the same bits. A device that has the edges also searches their lunes, where these are asked for.
 */
final class EdgeSource {
    private final double threshold;
    private final boolean lunes;
    private final int threads;
    private final Kernels kernels;
    private final Watch watch;

    /**
     * Edges no longer than a threshold.
     *
     * @param lunes whether critical edges are of use
     */
    EdgeSource(double threshold, boolean lunes, int threads, Kernels kernels, Watch watch) {
        this.threshold = threshold;
        this.lunes = lunes;
        this.threads = threads;
        this.kernels = kernels;
        this.watch = watch;
    }

    /**
     * The edges of a space, up to the enclosing radius at most.
     *
     * @param births of its points; none where all are there from the start
     */
    EdgeFiltration edges(FiniteMetricSpace space, float[] births) throws InterruptedException {
        int size = space.size();
        boolean fits = size > 1 && size <= DistanceMatrix.MAXIMAL_SIZE;
        Extent extent = new Extent(threshold, ElderRule.last(births), lunes);
        double operations = FiltrationKernel.operations(size, lunes);
        Optional<MeasuredPoints> points =
                fits && space instanceof MeasuredCloud cloud ? cloud.points() : Optional.empty();
        if (points.isPresent()) {
            MeasuredPoints given = points.get();
            return kernels.run(
                    FiltrationKernel.class,
                    operations + DistanceKernel.operations(size, given.dimension()),
                    device -> ofDevice(device, on -> on.edges(given, extent)),
                    () -> byProcessor(distances(space), extent));
        }
        DistanceMatrix matrix = distances(space);
        if (!fits) {
            return byProcessor(matrix, extent);
        }
        return kernels.run(
                FiltrationKernel.class,
                operations,
                device -> ofDevice(device, on -> matrix.edges(on, extent)),
                () -> byProcessor(matrix, extent));
    }

    private DistanceMatrix distances(FiniteMetricSpace space) throws InterruptedException {
        return DistanceMatrix.of(space, work -> Workers.run(threads, work::run), kernels);
    }

    private EdgeFiltration ofDevice(FiltrationKernel device, Kernels.OnDevice<FiltrationKernel, OrderedEdges> work)
            throws InterruptedException {
        watch.phase("working on " + device.device(), lunes ? 0.7 : 0.1);
        OrderedEdges answer = work.by(device);
        DistanceMatrix matrix = DistanceMatrix.over(answer.lower());
        SortedEdges edges = SortedEdges.given(answer.ends(), matrix);
        keep(matrix, edges);
        return new EdgeFiltration(
                matrix,
                answer.last(),
                Math.min(threshold, answer.last()),
                edges,
                lunes ? Optional.of(CriticalEdges.given(answer.critical())) : Optional.empty());
    }

    private EdgeFiltration byProcessor(DistanceMatrix matrix, Extent extent) throws InterruptedException {
        double last = Math.max(lastScale(matrix), extent.least());
        double cut = Math.min(threshold, last);
        watch.phase("sorting edges", 0.1);
        SortedEdges edges = lunes ? SortedEdges.onDemand(matrix, cut, threads) : SortedEdges.upTo(matrix, cut, threads);
        keep(matrix, edges);
        return new EdgeFiltration(matrix, last, cut, edges, Optional.empty());
    }

    private void keep(DistanceMatrix matrix, SortedEdges edges) {
        watch.keeps((long) Float.BYTES * matrix.pairs());
        watch.keeps((long) Integer.BYTES * edges.count());
    }

    /** The scale past which nothing happens: the enclosing radius or, where that is infinite, the largest distance. */
    private static double lastScale(DistanceMatrix matrix) throws InterruptedException {
        float radius = matrix.enclosingRadius();
        if (radius < Float.POSITIVE_INFINITY) {
            return radius;
        }
        float last = 0;
        for (int k = 0; k < matrix.pairs(); k++) {
            float distance = matrix.entry(k);
            last = distance < Float.POSITIVE_INFINITY ? Math.max(last, distance) : last;
        }
        return last;
    }
}
