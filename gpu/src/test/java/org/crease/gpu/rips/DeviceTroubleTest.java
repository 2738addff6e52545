package org.crease.gpu.rips;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crease.gpu.rips.Clouds.Kind;
import org.crease.gpu.work.SharedDevice;
import org.crease.homology.MinimumSpanningTree;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.kernel.Kernels;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.SparseDistances.Symmetry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that have too little memory, fail, are left in the middle, or are wanted by several threads. */
class DeviceTroubleTest {
    private final WatchedDevice device = new WatchedDevice();
    private final SharedDevice shared = new SharedDevice(device);
    private final List<String> told = new ArrayList<>();
    private final Kernels kernels = Clouds.only(
                    new DeviceDistances(shared),
                    new DeviceFiltration(shared),
                    new DeviceSpanningTree(shared),
                    new DeviceNeighbours(shared))
            .telling(told::add);

    @AfterEach
    void nothingIsLeft() {
        device.calm();
        assertThat(device.held()).isZero();
        shared.close();
    }

    private static FiniteMetricSpace space(int size) {
        return Metric.euclidean().on(Kind.TORUS.cloud(size, 8));
    }

    private static Diagrams expected(FiniteMetricSpace space) throws InterruptedException {
        return VietorisRips.upToDimension(1).on(Kernels.none()).diagrams(space);
    }

    private Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException {
        return VietorisRips.upToDimension(1).on(kernels).diagrams(space);
    }

    @Test
    void t7_whateverMemoryThereIsDiagramsAreRight() throws InterruptedException {
        FiniteMetricSpace space = space(90);
        Diagrams expected = expected(space);
        diagrams(space);
        assertThat(told).isEmpty();
        int declined = 0;
        for (long memory = 1 << 23; memory > 100; memory = memory * 4 / 5) {
            told.clear();
            device.haveMemory(memory);
            assertThat(diagrams(space)).isEqualTo(expected);
            assertThat(device.held()).isZero();
            declined += told.isEmpty() ? 0 : 1;
        }
        assertThat(declined).isBetween(5, 45);
        assertThat(told).anySatisfy(message -> assertThat(message).contains("failed, the processor did its work: "));
    }

    @ParameterizedTest
    @ValueSource(longs = {64_000_000, 7_000_000, 5_000_000})
    void t7_whatDoesNotFitIsDoneInPartsOnTheDevice(long memory) throws InterruptedException {
        FiniteMetricSpace space = space(900); // 1.6 MB of distances, up to 6.5 MB more for their order
        device.haveMemory(memory);
        assertThat(diagrams(space)).isEqualTo(expected(space));
        assertThat(told).isEmpty();
    }

    @Test
    void t7_tooLittleMemoryIsToldBeforeAnythingIsDone() throws InterruptedException {
        FiniteMetricSpace space = space(300);
        device.haveMemory(150_000);
        diagrams(space);
        assertThat(told.get(0))
                .contains(
                        "a filtration on 300 points takes at least ", " bytes of the device's memory, 135000 are free");
    }

    @Test
    void t7_aLaunchThatFailsLeavesTheWorkToTheProcessor() throws InterruptedException {
        FiniteMetricSpace space = space(70);
        Diagrams expected = expected(space);
        for (int launch = 0; told.size() == launch; launch++) {
            device.failAfterLaunches(launch);
            requireRightDiagrams(space, expected);
        }
        assertThat(told.size()).isGreaterThan(20);
    }

    private void requireRightDiagrams(FiniteMetricSpace space, Diagrams expected) throws InterruptedException {
        Kernels filtration = Clouds.only(new DeviceFiltration(shared)).telling(told::add);
        assertThat(VietorisRips.upToDimension(1).on(filtration).diagrams(space)).isEqualTo(expected);
        assertThat(device.held()).isZero();
    }

    @Test
    void workIsInterruptedBetweenLaunches() throws InterruptedException {
        FiniteMetricSpace space = space(70);
        Diagrams expected = expected(space);
        int waits = 0;
        Diagrams found = null;
        while (found == null) {
            device.interruptAfterWaits(waits++);
            try {
                found = diagrams(space);
            } catch (InterruptedException e) {
                assertThat(e).hasMessageMatching("interrupted while .* on .*");
            }
            assertThat(device.held()).isZero();
        }
        assertThat(Thread.interrupted()).isFalse();
        assertThat(waits).isGreaterThan(5);
        assertThat(found).isEqualTo(expected);
        assertThat(told).isEmpty();
    }

    @Test
    void t7_tenThousandLaunchesLeaveNothing() throws InterruptedException {
        FiniteMetricSpace space = space(12);
        Diagrams expected = expected(space);
        while (device.launches() < 10_000) {
            assertThat(diagrams(space)).isEqualTo(expected);
            MinimumSpanningTree.of(space, kernels);
            SparseDistances.ofNearest(space, 3, Symmetry.UNION, kernels);
            assertThat(device.held()).isZero();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void threadsTakeTurns() throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            FiniteMetricSpace space = space(40 + 13 * k);
            works.add(k % 2 == 0 ? () -> diagrams(space).equals(expected(space)) : () -> isSameTree(space));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Boolean> work : threads.invokeAll(works)) {
                assertThat(work.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(told).isEmpty();
    }

    private boolean isSameTree(FiniteMetricSpace space) throws InterruptedException {
        double length = MinimumSpanningTree.of(space, kernels).totalLength();
        return length == MinimumSpanningTree.of(space).totalLength();
    }

    @Test
    void t7_withoutDoublePrecisionTreesAndNeighboursAreLeftToTheProcessor() throws InterruptedException {
        device.haveSinglePrecision();
        FiniteMetricSpace space = space(30);
        assertThat(MinimumSpanningTree.of(space, kernels).lengths())
                .isEqualTo(MinimumSpanningTree.of(space).lengths());
        assertThat(SparseDistances.ofNearest(space, 4, Symmetry.MUTUAL, kernels))
                .usingRecursiveComparison()
                .isEqualTo(SparseDistances.ofNearest(space, 4, Symmetry.MUTUAL));
        assertThat(told).hasSize(2).allSatisfy(message -> assertThat(message).contains("it has no double precision"));
    }
}
