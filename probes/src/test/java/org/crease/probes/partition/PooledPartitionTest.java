package org.crease.probes.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Max pooling in closed form: the largest of few coordinates of a slice. */
class PooledPartitionTest {

    /** One window over all pixels, on the plane with these axes through zero. */
    private static LayerRegions largest(double[] first, double[] second) throws InterruptedException {
        PooledNetwork network = new PooledNetwork(1, 1, first.length)
                .maxPooling(new int[] {1, first.length}, new int[] {1, 1}, new int[] {0, 0});
        Plane plane = new Plane(new double[first.length], first, second, Partitions.UNIT);
        return Partitions.of(network.snapshot(), plane).by("layer-1");
    }

    private static List<List<Double>> corners(LayerRegions regions, int region) {
        return Arrays.stream(regions.polygons().polygon(region))
                .map(corner -> List.of(corner[0] + 0.0, corner[1] + 0.0)) // no zero below zero
                .toList();
    }

    private static int winner(LayerRegions regions, int region) {
        return regions.winners().of("layer-1", region)[0];
    }

    private static int[] byWinner(LayerRegions regions) {
        return IntStream.range(0, regions.size())
                .boxed()
                .sorted((a, b) -> winner(regions, a) - winner(regions, b))
                .mapToInt(i -> i)
                .toArray();
    }

    @Test
    void theLargerOfTwoCoordinatesChangesOnTheDiagonal() throws InterruptedException {
        LayerRegions regions = largest(new double[] {1, 0}, new double[] {0, 1});
        assertThat(regions.size()).isEqualTo(2);
        assertThat(regions.ranks()).containsExactly(1, 1);
        assertThat(regions.active()).containsExactly(1, 1);
        assertThat(regions.activeInAll()).containsExactly(0, 0);
        assertThat(regions.borders()).containsExactly(new Border(0, 1, "layer-1", 0, 1));
        for (int region : new int[] {0, 1}) {
            double[] inside = regions.polygons().interior(region);
            assertThat(inside[winner(regions, region)]).isGreaterThan(inside[1 - winner(regions, region)]);
        }
    }

    /** x, y, -x - y: three cells that meet in a point, each a quadrangle; half of each line between two parts nothing. */
    @Test
    void threeCandidatesMeetInAPoint() throws InterruptedException {
        LayerRegions regions = largest(new double[] {1, 0, -1}, new double[] {0, 1, -1});
        assertThat(regions.size()).isEqualTo(3);
        int[] cells = byWinner(regions);
        assertThat(Arrays.stream(cells).mapToDouble(regions.polygons()::area).toArray())
                .containsExactly(new double[] {1.25, 1.25, 1.5}, within(1e-14));
        assertThat(corners(regions, cells[0]))
                .containsExactlyInAnyOrder(
                        List.of(0.0, 0.0), List.of(0.5, -1.0), List.of(1.0, -1.0), List.of(1.0, 1.0));
        assertThat(corners(regions, cells[2]))
                .containsExactlyInAnyOrder(
                        List.of(0.0, 0.0), List.of(-1.0, 0.5), List.of(-1.0, -1.0), List.of(0.5, -1.0));
        assertThat(regions.borders()).hasSize(3).allMatch(border -> border.differing() == 1);
    }

    /** x, y, -x, -y: four triangles, though six pairs are equal along lines. */
    @Test
    void fourCandidatesMakeFourTriangles() throws InterruptedException {
        LayerRegions regions = largest(new double[] {1, 0, -1, 0}, new double[] {0, 1, 0, -1});
        assertThat(regions.size()).isEqualTo(4);
        for (int region = 0; region < 4; region++) {
            assertThat(regions.polygons().polygon(region)).hasDimensions(3, 2);
            assertThat(regions.polygons().area(region)).isCloseTo(1, within(1e-14));
        }
        assertThat(regions.borders()).hasSize(4);
    }

    /** The middle candidate is the mean of the others, and never above both: it touches the envelope in a line. */
    @Test
    void aCandidateThatOnlyTouchesWinsNowhere() throws InterruptedException {
        LayerRegions regions = largest(new double[] {1, 0, -1}, new double[] {1, 1, 1});
        assertThat(regions.size()).isEqualTo(2);
        assertThat(winner(regions, 0) + winner(regions, 1)).isEqualTo(2);
    }

    @Test
    void ofEqualCandidatesTheFirstWins() throws InterruptedException {
        LayerRegions regions = largest(new double[] {1, 2, 2, 1}, new double[] {0, 3, 3, 0});
        assertThat(IntStream.range(0, regions.size()).map(region -> winner(regions, region)))
                .containsExactlyInAnyOrder(0, 1);
        LayerRegions rounded = largest(new double[] {1, 1, -5}, new double[] {1, 1 + 0x1p-50, -4});
        assertThat(IntStream.range(0, rounded.size()).map(region -> winner(rounded, region)))
                .containsExactlyInAnyOrder(0, 2);
    }

    @Test
    void aLayerWithoutWindowsHasNoWinners() throws InterruptedException {
        LayerRegions regions = largest(new double[] {1, 0}, new double[] {0, 1});
        assertThatThrownBy(() -> regions.winners().of("dense", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the regions depend on no max pooling dense");
    }

    @Test
    void aWindowOutsideOfTheImageIsRefused() {
        PooledNetwork network =
                new PooledNetwork(1, 1, 2).maxPooling(new int[] {1, 1}, new int[] {1, 1}, new int[] {1, 0});
        assertThatThrownBy(() -> Partitions.of(network.snapshot(), Plane.of(Partitions.UNIT))
                        .by("layer-1"))
                .hasMessage("layer layer-1: the window of unit 0 lies outside of the image; expected a part of it"
                        + " inside");
    }
}
