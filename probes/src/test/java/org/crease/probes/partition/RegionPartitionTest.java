package org.crease.probes.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.crease.probes.ProbeException;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.LayerMap;
import org.crease.probes.snapshot.LayerSnapshot;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** Closed forms, degenerate lines, and what is refused. */
class RegionPartitionTest {

    private static LayerRegions lines(double[]... lines) throws InterruptedException {
        return Partitions.last(network(lines), Partitions.UNIT);
    }

    /** A unit active where a x + b y + c > 0, for each (a, b, c). */
    private static DenseNetwork network(double[]... lines) {
        double[] bias = Arrays.stream(lines).mapToDouble(line -> line[2]).toArray();
        double[][] weights =
                Arrays.stream(lines).map(line -> Arrays.copyOf(line, 2)).toArray(double[][]::new);
        return new DenseNetwork(2).add(Activation.RELU, bias, weights);
    }

    private static double[] line(double a, double b, double c) {
        return new double[] {a, b, c};
    }

    /** Tangents of a circle, no two parallel, so that all pairs cross, and no three in one point. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 5, 8, 20, 60})
    void linesInGeneralPositionMakeOnePlusNPlusNOverTwoRegions(int n) throws InterruptedException {
        double[][] tangents = IntStream.range(0, n)
                .mapToObj(k -> line(Math.cos(3.0 * k / n), Math.sin(3.0 * k / n), -0.01))
                .toArray(double[][]::new);
        LayerRegions regions = n == 0 ? lines(line(0, 0, 1)) : lines(tangents);
        assertThat(regions.size()).isEqualTo(1 + n + n * (n - 1) / 2);
        assertThat(regions.borders()).hasSize(n * n);
        Partitions.isSound(regions, Partitions.UNIT);
    }

    @Test
    void parallelLinesMakeStripes() throws InterruptedException {
        LayerRegions regions = lines(line(1, 1, 0.5), line(1, 1, 0), line(-1, -1, 0.5), line(2, 2, 3));
        assertThat(regions.size()).isEqualTo(5);
        assertThat(regions.borders()).hasSize(4);
        Partitions.isSound(regions, Partitions.UNIT);
    }

    @Test
    void linesThroughOnePointMakeTwiceAsManyWedges() throws InterruptedException {
        LayerRegions regions = lines(line(1, 0, 0), line(0, 1, 0), line(1, 1, 0), line(1, -2, 0));
        assertThat(regions.size()).isEqualTo(8);
        Partitions.isSound(regions, Partitions.UNIT);
    }

    @Test
    void unitsWithTheSameLineSwitchTogether() throws InterruptedException {
        LayerRegions regions = lines(line(1, 2, 0.25), line(1, 2, 0.25), line(-3, -6, -0.75));
        assertThat(regions.size()).isEqualTo(2);
        assertThat(regions.borders()).containsExactly(new Border(0, 1, "dense-1", 0, 3));
    }

    @Test
    void r1_zeroWeightsMakeOneRegionOfRankZero() throws InterruptedException {
        LayerRegions regions = lines(line(0, 0, 0), line(0, 0, 1), line(0, 0, -1));
        assertThat(regions.size()).isEqualTo(1);
        assertThat(regions.ranks()).containsExactly(0);
        assertThat(regions.active()).containsExactly(1);
        assertThat(regions.polygons().area(0)).isEqualTo(4);
        assertThat(regions.borders()).isEmpty();
    }

    @Test
    void linesThatTouchACornerOrFollowASideCutNothing() throws InterruptedException {
        assertThat(lines(line(1, 1, 2), line(1, 1, -2), line(1, 0, -1), line(0, 1, 1))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aLineThroughTwoCornersCutsAlongTheDiagonal() throws InterruptedException {
        LayerRegions regions = lines(line(1, -1, 0));
        assertThat(regions.size()).isEqualTo(2);
        assertThat(regions.polygons().polygon(0)).hasDimensions(3, 2);
        assertThat(regions.polygons().area(0)).isEqualTo(2);
        assertThat(regions.polygons().area(1)).isEqualTo(2);
    }

    /** |x| and |y| by two units each, then |x| + |y| - 1/2: the diamond is bent at the axes. */
    @Test
    void theLinesOfTheSecondLayerBendAtThoseOfTheFirst() throws InterruptedException {
        DenseNetwork network = network(line(1, 0, 0), line(-1, 0, 0), line(0, 1, 0), line(0, -1, 0));
        network.add(Activation.RELU, new double[] {-0.5}, new double[] {1, 1, 1, 1});
        LayerRegions regions = Partitions.last(network, Partitions.UNIT);
        assertThat(regions.size()).isEqualTo(8);
        double inside = IntStream.range(0, 8)
                .filter(region -> regions.active()[region] == 0)
                .mapToDouble(regions.polygons()::area)
                .sum();
        assertThat(inside).isCloseTo(0.5, within(1e-15));
        assertThat(IntStream.range(0, 8).map(region -> regions.ranks()[region])).containsOnly(0, 1);
    }

    /** The paper's one unit ReLU(x): rank 0 on the left half, 1 on the right. */
    @Test
    void ranksAreThoseOfTheMaskedProduct() throws InterruptedException {
        LayerRegions regions = lines(line(1, 0, 0));
        int left = regions.polygons().interior(0)[0] < 0 ? 0 : 1;
        assertThat(regions.ranks()[left]).isZero();
        assertThat(regions.ranks()[1 - left]).isEqualTo(1);
        assertThat(lines(line(1, 0, 2), line(0, 1, 2)).ranks()).containsExactly(2);
    }

    /** Singular values 1 and 1e-5 exactly on either side of a relative threshold. */
    @Test
    void theToleranceDecides() throws InterruptedException {
        Snapshot snapshot = network(line(1, 0, 2), line(0, 0x1p-17, 2)).snapshot(new double[2]);
        assertThat(rank(snapshot, new Tolerance.Relative(0x1.1p-17))).isEqualTo(1);
        assertThat(rank(snapshot, new Tolerance.Relative(0x0.fp-17))).isEqualTo(2);
        assertThat(rank(snapshot, new Tolerance.Absolute(2))).isZero();
    }

    private static int rank(Snapshot snapshot, Tolerance tolerance) throws InterruptedException {
        return new RegionPartition(snapshot, Plane.of(Partitions.UNIT), tolerance, 9)
                .by("dense-1")
                .ranks()[0];
    }

    /** The plane of a network of two features in other coordinates: the same regions, areas by the determinant. */
    @Test
    void obliqueAxesOfThePlaneItselfGiveTheSameRegions() throws InterruptedException {
        DenseNetwork network = network(line(1, 0, 0), line(0, 1, 0), line(1, 1, -0.5));
        Plane oblique = Plane.through(
                new double[] {-1, -1}, new double[] {1, -1}, new double[] {-1, 1}, new Window(0, 1, 0, 1));
        LayerRegions straight = Partitions.last(network, Partitions.UNIT);
        LayerRegions regions =
                Partitions.of(network.snapshot(new double[2]), oblique).by("dense-1");
        assertThat(regions.hashes()).containsExactlyInAnyOrder(straight.hashes());
        double[] areas = IntStream.range(0, regions.size())
                .mapToDouble(i -> 4 * regions.polygons().area(i))
                .sorted()
                .toArray();
        double[] expected = IntStream.range(0, straight.size())
                .mapToDouble(straight.polygons()::area)
                .sorted()
                .toArray();
        assertThat(areas).containsExactly(expected, within(1e-15));
    }

    /** Two branches that do not see each other: each is cut by its own units alone. */
    @Test
    void aLayerIsNotCutByUnitsThatItDoesNotDependOn() throws InterruptedException {
        LayerMap horizontal = new LayerMap.Dense(Nd4j.createFromArray(new float[][] {{1}, {0}}), null);
        LayerMap vertical = new LayerMap.Dense(Nd4j.createFromArray(new float[][] {{0}, {1}}), null);
        Snapshot two = network(line(1, 0, 0)).snapshot(new double[2]);
        List<LayerSnapshot> layers = List.of(
                layer("a", horizontal, "input"),
                layer("b", vertical, "input"),
                layer("sum", new LayerMap.Addition(), "a", "b"));
        Snapshot snapshot = new Snapshot(0, two.probeSet(), layers);
        List<LayerRegions> regions =
                Partitions.of(snapshot, Plane.of(Partitions.UNIT)).by(List.of("sum", "b", "a"));
        assertThat(regions.stream().map(LayerRegions::layer)).containsExactly("a", "b", "sum");
        assertThat(regions.stream().map(LayerRegions::size)).containsExactly(2, 2, 4);
    }

    private static LayerSnapshot layer(String name, LayerMap map, String... inputs) {
        return new LayerSnapshot(name, List.of(inputs), map, Activation.RELU, Nd4j.create(1, 1));
    }

    @Test
    void theSameTwice() throws InterruptedException {
        DenseNetwork network = new DenseNetwork(2)
                .add(20, Activation.RELU, 1, new Random(3))
                .add(20, Activation.RELU, 1, new Random(4));
        LayerRegions one = Partitions.last(network, Partitions.UNIT);
        LayerRegions two = Partitions.last(network, Partitions.UNIT);
        assertThat(two.hashes()).isEqualTo(one.hashes());
        assertThat(two.polygons().x()).isEqualTo(one.polygons().x());
        assertThat(two.polygons().corners()).isEqualTo(one.polygons().corners());
        assertThat(two.borders()).isEqualTo(one.borders());
    }

    /** Lines 1e-7 of the window apart are told apart; what is thinner than rounding is not cut. */
    @Test
    void thinStripesAreKeptAndThinnerThanRoundingAreNot() throws InterruptedException {
        float thin = Math.nextUp(0.5f) - 0.5f;
        LayerRegions regions = lines(line(1, 0, 0.5), line(1, 0, 0.5 + thin));
        assertThat(regions.size()).isEqualTo(3);
        Partitions.isSound(regions, Partitions.UNIT);
        assertThat(lines(line(1, 0, 0x1p-60), line(1, 0, 0)).size()).isEqualTo(2);
    }

    @Test
    void moreRegionsThanAllowedAreRefusedWithTheirNumber() {
        Snapshot snapshot = network(line(1, 0, 0), line(0, 1, 0), line(1, 1, 0)).snapshot(new double[2]);
        RegionPartition partition =
                new RegionPartition(snapshot, Plane.of(Partitions.UNIT), new Tolerance.Float32(), 3);
        assertThatThrownBy(() -> partition.by("dense-1"))
                .isInstanceOf(ProbeException.class)
                .hasMessage("more than 3 regions: 4 were reached at unit 1 of layer dense-1; choose a smaller window,"
                        + " earlier layers or a larger max-regions");
    }

    @Test
    void layersWithoutStraightPiecesAreRefusedByName() {
        Snapshot smooth = network(line(1, 0, 0)).snapshot(new double[2]);
        LayerSnapshot first = smooth.layers().get(0);
        LayerSnapshot tanh = new LayerSnapshot(
                "soft",
                List.of("dense-1"),
                new LayerMap.Identity(),
                new Activation(Activation.Kind.TANH, 0),
                first.activations());
        LayerSnapshot behind = new LayerSnapshot(
                "behind", List.of("soft"), new LayerMap.Identity(), Activation.RELU, first.activations());
        Snapshot snapshot = new Snapshot(0, smooth.probeSet(), List.of(first, tanh, behind));
        assertThatThrownBy(
                        () -> Partitions.of(snapshot, Plane.of(Partitions.UNIT)).by("behind"))
                .isInstanceOf(ProbeException.class)
                .hasMessage("there is no partition by layer behind: layer soft has the activation function tanh, which"
                        + " has no straight pieces");
        assertThatThrownBy(
                        () -> Partitions.of(snapshot, Plane.of(Partitions.UNIT)).by("none"))
                .hasMessage("there is no layer none; there are dense-1, soft, behind");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void weightsThatAreNotFiniteAreRefused(double weight) {
        Snapshot snapshot = network(line(weight, 0, 0)).snapshot(new double[2]);
        assertThatThrownBy(
                        () -> Partitions.of(snapshot, Plane.of(Partitions.UNIT)).by("dense-1"))
                .isInstanceOf(ProbeException.class)
                .hasMessageContaining("layer dense-1: a pre-activation is")
                .hasMessageContaining("linear regions need finite weights and values");
    }

    @Test
    void planesAndWindowsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> new Window(1, 1, 0, 1))
                .hasMessage("window is [1.0, 1.0, 0.0, 1.0]; expected left < right and bottom < top, all finite");
        double[] a = {0, 0, 0};
        double[] b = {1, 2, 3};
        assertThatThrownBy(() -> Plane.through(a, b, new double[] {2, 4, 6}, Partitions.UNIT))
                .hasMessage("the three points of a plane lie on one line; expected three that do not");
        assertThatThrownBy(() -> Plane.through(a, b, new double[] {1, 2}, Partitions.UNIT))
                .hasMessage("the points of a plane have 3, 3 and 2 coordinates; expected as many each");
        Plane space = Plane.through(a, b, new double[] {0, 1, 0}, Partitions.UNIT);
        Snapshot plane = network(line(1, 0, 0)).snapshot(new double[2]);
        assertThatThrownBy(() -> Partitions.of(plane, space))
                .hasMessage("the plane has points of 3 coordinates, the network takes 2 features");
    }
}
