package org.crease.probes.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.crease.probes.Finding;
import org.crease.probes.rank.RankProvider;
import org.crease.probes.rank.RankSettings;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Snapshot;

/** Short ways to make partitions, and what must hold for each. */
public final class Partitions {
    static final Window UNIT = new Window(-1, 1, -1, 1);
    private static final double ROUNDING = 1e-9;
    /** Below this area a float32 point may fall on a border. */
    private static final double ROOM = 1e-6;

    private Partitions() {}

    static LayerRegions last(DenseNetwork network, Window window) throws InterruptedException {
        Snapshot snapshot = network.snapshot(new double[2]);
        return of(snapshot, Plane.of(window))
                .by(DenseNetwork.name(network.layers().size() - 1));
    }

    /** With the default tolerance and limit. */
    public static RegionPartition of(Snapshot snapshot, Plane plane) {
        return new RegionPartition(snapshot, plane, new Tolerance.Float32(), 100_000);
    }

    /** Polygons that cover the window once, distinct codewords, neighbours one unit apart. */
    public static void isSound(LayerRegions regions, Window window) {
        tiles(regions, window);
        assertThat(new HashSet<>(regions.codewords())).hasSize(regions.size());
        for (Border border : regions.borders()) {
            BitSet differing = (BitSet) regions.codewords().get(border.left()).clone();
            differing.xor(regions.codewords().get(border.right()));
            assertThat(differing.cardinality()).isEqualTo(1);
            assertThat(border.differing()).isEqualTo(1);
        }
    }

    /** Convex polygons that cover the window once, with distinct hashes. */
    public static void tiles(LayerRegions regions, Window window) {
        double[] areas = IntStream.range(0, regions.size())
                .mapToDouble(regions.polygons()::area)
                .toArray();
        assertThat(Arrays.stream(areas).allMatch(area -> area > 0)).isTrue();
        assertThat(Arrays.stream(areas).sum()).isCloseTo(window.area(), within(ROUNDING * window.area()));
        assertThat(Arrays.stream(regions.hashes()).distinct().count()).isEqualTo(regions.size());
        for (int region = 0; region < regions.size(); region++) {
            assertThat(convex(regions.polygons().polygon(region), window)).isTrue();
        }
    }

    private static boolean convex(double[][] polygon, Window window) {
        for (int k = 0; k < polygon.length; k++) {
            double[] a = polygon[k];
            double[] b = polygon[(k + 1) % polygon.length];
            double[] c = polygon[(k + 2) % polygon.length];
            double turn = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]);
            if (turn < -ROUNDING * window.area()) {
                return false;
            }
        }
        return true;
    }

    /** Regions that have room for it. */
    public static int[] roomy(LayerRegions regions) {
        return IntStream.range(0, regions.size())
                .filter(region -> regions.polygons().area(region) > ROOM)
                .toArray();
    }

    /** Rank, codeword and active units are those that the rank probe finds at points of the regions. */
    public static void agreeWithTheRankProbe(LayerRegions regions, int[] chosen, Snapshot atTheirPoints)
            throws InterruptedException {
        RankSettings settings = new RankSettings(List.of(regions.layer()), new Tolerance.Float32(), null, null);
        Finding finding = new RankProvider()
                .create("rank", settings, 1)
                .examine(atTheirPoints)
                .get(0);
        double[] margins =
                Objects.requireNonNull(finding.arrays().get("margin")).doubles();
        for (int i = 0; i < chosen.length; i++) {
            assertThat(Objects.requireNonNull(finding.arrays().get("region")).longs()[i])
                    .isEqualTo(regions.hashes()[chosen[i]]);
            assertThat(Objects.requireNonNull(finding.arrays().get("active")).ints()[i])
                    .isEqualTo(regions.active()[chosen[i]]);
            if (!(margins[i] < 1e-3)) {
                assertThat(Objects.requireNonNull(finding.arrays().get("rank")).ints()[i])
                        .isEqualTo(regions.ranks()[chosen[i]]);
            }
        }
    }
}
