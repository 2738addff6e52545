package org.crease.probes.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.crease.probes.Array;
import org.crease.probes.Finding;
import org.crease.probes.Probe;
import org.crease.probes.cloud.CloudSettings;
import org.crease.probes.cloud.Snapshots;
import org.junit.jupiter.api.Test;

/** The cocycles in findings, by what a cocycle is: even on every triangle. Ids count from 1000. */
class CocyclesTest {

    private static Probe probe(int representatives) {
        TopologySettings settings = new TopologySettings(CloudSettings.defaults(), 1, 10, 0.1, representatives);
        return new TopologyProvider().create("topology", settings, 1);
    }

    /** What a finding says of one bar: its ends, and the edges on which its cocycle is one. */
    private record Loop(int row, double birth, double death, Set<List<Integer>> edges) {

        boolean crosses(int a, int b) {
            return edges.contains(List.of(Math.min(a, b), Math.max(a, b)));
        }

        /** The cocycle's value on the closed way through these points. */
        int around(int... points) {
            int sum = 0;
            for (int k = 0; k < points.length; k++) {
                sum += crosses(points[k], points[(k + 1) % points.length]) ? 1 : 0;
            }
            return sum % 2;
        }
    }

    private static List<Loop> loops(float[][] points, int representatives) throws InterruptedException {
        Finding finding = probe(representatives).examine(Snapshots.of(points)).get(0);
        double[] bars = array(finding, "h1").doubles();
        int[] rows = array(finding, "h1_cocycle_bar").ints();
        int[] offsets = array(finding, "h1_cocycle_offsets").ints();
        Array simplices = array(finding, "h1_cocycle_simplices");
        assertThat(offsets).hasSize(rows.length + 1).startsWith(0);
        assertThat(simplices.shape()).containsExactly(offsets[rows.length], 2);
        assertThat(array(finding, "h1_cocycle_values").ints())
                .hasSize(offsets[rows.length])
                .matches(values -> Arrays.stream(values).allMatch(value -> value == 1));
        return IntStream.range(0, rows.length)
                .mapToObj(k -> {
                    Set<List<Integer>> edges = new HashSet<>();
                    for (int term = offsets[k]; term < offsets[k + 1]; term++) {
                        int a = simplices.ints()[2 * term] - 1000;
                        int b = simplices.ints()[2 * term + 1] - 1000;
                        assertThat(edges.add(List.of(a, b))).isTrue();
                        assertThat(a).isLessThan(b);
                    }
                    return new Loop(rows[k], bars[2 * rows[k]], bars[2 * rows[k] + 1], edges);
                })
                .toList();
    }

    private static Array array(Finding finding, String name) {
        return Objects.requireNonNull(finding.arrays().get(name), name);
    }

    private static void assertCocycle(Loop loop, float[][] points) {
        FiniteMetricSpace space = Metric.euclidean().on(PointCloud.of(points));
        for (List<Integer> edge : loop.edges()) {
            assertThat((double) space.distance(edge.get(0), edge.get(1)))
                    .isGreaterThanOrEqualTo(loop.birth())
                    .isLessThan(loop.death());
        }
        for (int a = 0; a < points.length; a++) {
            for (int b = a + 1; b < points.length; b++) {
                for (int c = b + 1; c < points.length; c++) {
                    double diameter =
                            Math.max(space.distance(a, b), Math.max(space.distance(a, c), space.distance(b, c)));
                    if (diameter < loop.death()) {
                        assertThat(loop.around(a, b, c)).isZero();
                    }
                }
            }
        }
    }

    @Test
    void aWayRoundTheCircleCrossesItsCocycleAnOddNumberOfTimes() throws InterruptedException {
        float[][] circle = Snapshots.circle(30, 1);
        List<Loop> loops = loops(circle, 1);
        assertThat(loops).hasSize(1);
        assertCocycle(loops.get(0), circle);
        assertThat(loops.get(0).around(IntStream.range(0, 30).toArray())).isEqualTo(1);
        assertThat(loops.get(0).around(IntStream.range(0, 15).map(k -> 2 * k).toArray()))
                .isEqualTo(1);
    }

    @Test
    void cocyclesOfNoiseAreCocyclesOfTheLongestBars() throws InterruptedException {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            float[][] points = new float[26][3];
            for (float[] point : points) {
                for (int axis = 0; axis < 3; axis++) {
                    point[axis] = random.nextFloat();
                }
            }
            List<Loop> all = loops(points, 1000);
            List<Loop> longest = loops(points, 3);
            assertThat(longest).isEqualTo(all.subList(0, Math.min(3, all.size())));
            assertThat(all).isSortedAccordingTo((a, b) -> Double.compare(b.death() - b.birth(), a.death() - a.birth()));
            assertThat(all).extracting(Loop::row).doesNotHaveDuplicates();
            for (Loop loop : all) {
                assertThat(loop.edges()).isNotEmpty();
                assertCocycle(loop, points);
            }
        }
    }

    /** Two squares of the same size: the two longest bars have the same ends. Their cocycles tell the squares' sides apart. */
    @Test
    void equalBarsHaveCocyclesOfTheirOwn() throws InterruptedException {
        float[][] points = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {64, 0}, {65, 0}, {65, 1}, {64, 1}};
        assertThat(loops(points, 1)).hasSize(1);
        List<Loop> loops = loops(points, 2);
        assertThat(loops).hasSize(2);
        int[][] values = loops.stream()
                .map(loop -> new int[] {loop.around(0, 1, 2, 3), loop.around(4, 5, 6, 7)})
                .toArray(int[][]::new);
        int determinant = values[0][0] * values[1][1] + values[0][1] * values[1][0];
        assertThat(determinant % 2).as(Arrays.deepToString(values)).isEqualTo(1);
        loops.forEach(loop -> assertCocycle(loop, points));
    }

    @Test
    void aCloudWithoutLoopsHasNoCocycles() throws InterruptedException {
        assertThat(loops(new float[][] {{0}, {1}, {3}}, 5)).isEmpty();
    }

    @Test
    void withoutRepresentativesThereAreNoCocyclesAndTheRestIsTheSame() throws InterruptedException {
        float[][] circle = Snapshots.circle(20, 1);
        Finding without = probe(0).examine(Snapshots.of(circle)).get(0);
        Finding with = probe(2).examine(Snapshots.of(circle)).get(0);
        assertThat(without.arrays()).doesNotContainKey("h1_cocycle_bar");
        assertThat(with.arrays()).containsAllEntriesOf(without.arrays());
        assertThat(with.summary()).isEqualTo(without.summary());
        assertThat(probe(2).cost(Snapshots.of(circle)).seconds())
                .isGreaterThan(probe(0).cost(Snapshots.of(circle)).seconds());
    }
}
