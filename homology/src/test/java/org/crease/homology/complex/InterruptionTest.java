package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InterruptionTest {

    private interface Work {
        void run() throws InterruptedException;
    }

    /** Milliseconds from interruption to end; the shortest of three, since a busy machine may hold any one up. */
    private static double delay(Work work, long millisBefore) throws InterruptedException {
        double shortest = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 3 && shortest >= 200; attempt++) {
            shortest = Math.min(shortest, oneDelay(work, millisBefore));
        }
        return shortest;
    }

    private static double oneDelay(Work work, long millisBefore) throws InterruptedException {
        AtomicLong stopped = new AtomicLong();
        AtomicReference<String> end = new AtomicReference<>("finished");
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    work.run();
                }
            } catch (InterruptedException e) {
                end.set("interrupted");
            }
            stopped.set(System.nanoTime());
        });
        thread.start();
        Thread.sleep(millisBefore);
        long asked = System.nanoTime();
        thread.interrupt();
        thread.join();
        assertThat(end.get()).isEqualTo("interrupted");
        return (stopped.get() - asked) / 1e6;
    }

    @Test
    void p7_cubicalComplexesStopWithin200Milliseconds() throws InterruptedException {
        double[] volume = new Random(1).doubles(64 * 64 * 64).toArray();
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(() -> CubicalComplex.ofTopCells(volume, 64, 64, 64).diagrams(), before))
                    .isLessThan(200);
        }
    }

    @Test
    void p7_alphaComplexesStopWithin200Milliseconds() throws InterruptedException {
        PointCloud cloud = PointCloud.of(Clouds.uniform(20_000, 3, 1));
        for (long before : new long[] {20, 150, 400}) {
            assertThat(delay(() -> AlphaComplex.of(cloud), before)).isLessThan(200);
        }
    }

    @Test
    void p7_explicitComplexesStopWithin200Milliseconds() throws InterruptedException {
        FilteredComplex complex = AlphaComplex.of(PointCloud.of(Clouds.uniform(20_000, 3, 1)));
        assertThat(delay(() -> SimplicialHomology.over(3).diagrams(complex), 100))
                .isLessThan(200);
        assertThat(delay(() -> SimplicialHomology.over(3).cycles(complex, 1), 200))
                .isLessThan(200);
        assertThat(delay(() -> SimplicialHomology.over(3).diagrams(complex, complex), 300))
                .isLessThan(200);
    }

    @Test
    void p7_vineyardsStopWithin200Milliseconds() throws InterruptedException {
        List<DistanceMatrix> sequence = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            sequence.add(DistanceMatrix.of(Metric.euclidean().on(PointCloud.of(Clouds.uniform(40, 4, step)))));
        }
        for (long before : new long[] {20, 400}) {
            assertThat(delay(() -> Vineyard.ofRips(sequence, 1, Double.POSITIVE_INFINITY), before))
                    .isLessThan(200);
        }
    }
}
