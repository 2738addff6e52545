package org.crease.benchmarks.gpu;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.crease.benchmarks.homology.Clouds;
import org.crease.homology.MinimumSpanningTree;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.kernel.DistanceKernel;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.Team;

/** What is measured: the sizes of the goals, or small ones that a processor plays the device for in a minute. */
final class Works {
    private static final int SEED = 7;

    private final List<Work> works = new ArrayList<>();

    private Works() {}

    static List<Work> of(boolean small) throws InterruptedException {
        Works works = new Works();
        works.distances(small ? 1000 : 20_000, 784);
        works.distances(small ? 1000 : 20_000, 128);
        works.neighbours(small ? 1000 : 20_000, 128, 16);
        works.tree(small ? 1000 : 20_000, 128);
        for (int size : small ? new int[] {500, 1000} : new int[] {2000, 10_000, 20_000}) {
            works.homology(size);
        }
        works.works.add(
                small ? RankWork.of(50, 200, 200, 100, 50, 10) : RankWork.of(1000, 784, 2000, 1000, 500, 100, 10));
        works.works.add(CodewordWork.of(small ? 1000 : 20_000, 2000));
        return works.works;
    }

    private void distances(int size, int dimension) {
        PointCloud cloud = PointCloud.of(Clouds.gaussian(size, dimension, SEED));
        works.add(new Work(
                "distances",
                size + " x " + dimension,
                Ceilings.Kind.DOUBLES,
                DistanceKernel.operations(size, dimension),
                kernels -> distances(cloud, kernels)));
    }

    /** Edges and their rows, two of them each, are read at least once. */
    private void homology(int size) {
        FiniteMetricSpace space =
                Metric.euclidean().on(PointCloud.of(Clouds.behindLayers(Clouds.torus(size, 0.05, SEED), 128, SEED)));
        double pairs = size * (size - 1.0) / 2;
        works.add(new Work("homology d1", size + " in R^128", Ceilings.Kind.BYTES, pairs * size / 4, kernels -> {
            Diagrams diagrams = VietorisRips.upToDimension(1).on(kernels).diagrams(space);
            return () -> diagrams;
        }));
    }

    private void neighbours(int size, int dimension, int count) {
        FiniteMetricSpace space = normal(size, dimension);
        works.add(new Work(
                "neighbours",
                count + " of " + size + " x " + dimension,
                Ceilings.Kind.DOUBLES,
                2 * DistanceKernel.operations(size, dimension),
                kernels -> neighbours(space, count, kernels)));
    }

    private static Supplier<Object> neighbours(FiniteMetricSpace space, int count, Kernels kernels)
            throws InterruptedException {
        SparseDistances nearest = SparseDistances.ofNearest(space, count, SparseDistances.Symmetry.UNION, kernels);
        return () -> digest(nearest);
    }

    /** Each round measures all pairs; one at least is needed. */
    private void tree(int size, int dimension) {
        FiniteMetricSpace space = normal(size, dimension);
        works.add(new Work(
                "spanning tree",
                size + " x " + dimension,
                Ceilings.Kind.DOUBLES,
                2 * DistanceKernel.operations(size, dimension),
                kernels -> {
                    MinimumSpanningTree tree = MinimumSpanningTree.of(space, kernels);
                    return () -> FloatBuffer.wrap(tree.lengths());
                }));
    }

    private static FiniteMetricSpace normal(int size, int dimension) {
        return Metric.euclidean().on(PointCloud.of(Clouds.gaussian(size, dimension, SEED)));
    }

    private static Supplier<Object> distances(PointCloud cloud, Kernels kernels) throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(Metric.euclidean().on(cloud), Works::onAllCores, kernels);
        return () -> digest(matrix);
    }

    /** The team that the processor's distances have: a thread a core. */
    private static void onAllCores(Team.Work work) throws InterruptedException {
        List<Callable<Object>> shares = Collections.nCopies(Runtime.getRuntime().availableProcessors(), () -> {
            work.run();
            return work;
        });
        ExecutorService threads = Executors.newFixedThreadPool(shares.size());
        try {
            for (Future<Object> share : threads.invokeAll(shares)) {
                share.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread at work failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static int digest(SparseDistances pairs) {
        int hash = pairs.pairs();
        for (int i = 0; i < pairs.size(); i++) {
            for (int k = 0; k < pairs.degree(i); k++) {
                hash = 31 * hash + pairs.neighbour(i, k);
                hash = 31 * hash + Float.floatToRawIntBits(pairs.distanceToNeighbour(i, k));
            }
        }
        return hash;
    }

    /** A number that differs when a bit does, but for one case in 2⁶⁴. */
    private static long digest(DistanceMatrix matrix) {
        long hash = matrix.pairs();
        for (int k = 0; k < matrix.pairs(); k++) {
            hash = (hash ^ Float.floatToRawIntBits(matrix.entry(k))) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }
}
