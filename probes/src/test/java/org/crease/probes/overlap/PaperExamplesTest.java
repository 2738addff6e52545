package org.crease.probes.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crease.homology.metric.PointClasses;
import org.crease.homology.metric.QuotientMetric;
import org.crease.probes.Finding;
import org.crease.probes.rank.Tolerance;
import org.crease.probes.snapshot.Activation;
import org.crease.probes.snapshot.Snapshot;
import org.junit.jupiter.api.Test;

/** The worked examples of arXiv:2502.01360 and of arXiv:2404.19710. */
class PaperExamplesTest {
    private static final double[][] CORNERS = {{0, 0}, {1, 1}, {1, 0}, {0, 1}};

    private static LayerGluing gluing(TinyNetwork network, int layer, double[]... points) throws InterruptedException {
        GluingRules rules = new GluingRules(2, new Tolerance.Float32(), 1e-6, null, false);
        return OverlapDecomposition.of(network.snapshot(points), rules).get(layer);
    }

    private static OverlapSettings settings(int minRank) {
        OverlapSettings d = OverlapSettings.defaults();
        return new OverlapSettings(
                d.layers(),
                minRank,
                d.tolerance(),
                d.equalWithin(),
                d.reach(),
                d.wholeRegions(),
                d.metric(),
                QuotientMetric.Rule.MIN,
                d.betti(),
                d.dimension(),
                d.correctOnly(),
                d.maxInputs());
    }

    private static List<Finding> examine(OverlapSettings settings, Snapshot snapshot) throws InterruptedException {
        return new OverlapProvider().create("overlap", settings, 1).examine(snapshot);
    }

    private static int[][] members(PointClasses classes) {
        int[][] members = new int[classes.count()][];
        Arrays.setAll(members, classes::members);
        return members;
    }

    private static double[] bettis(Finding finding, int dimension) {
        Map<String, Double> summary = finding.summary();
        String prefix = "h" + dimension + "_";
        return new double[] {
            summary.getOrDefault(prefix + "input", Double.NaN),
            summary.getOrDefault(prefix + "rank", Double.NaN),
            summary.getOrDefault(prefix + "overlap", Double.NaN),
            summary.getOrDefault(prefix + "layer", Double.NaN),
            summary.getOrDefault(prefix + "change", Double.NaN)
        };
    }

    private static TinyNetwork xorByRank() {
        return new TinyNetwork(2)
                .dense(Activation.RELU, new double[] {-0.5, -0.5}, new double[] {-1, 1}, new double[] {1, -1});
    }

    private static TinyNetwork xorByOverlap() {
        return new TinyNetwork(2)
                .dense(
                        Activation.RELU,
                        new double[] {-0.5, -0.5, 2.5, 2.5},
                        new double[] {2, 1},
                        new double[] {1, 2},
                        new double[] {-2, -1},
                        new double[] {-1, -2})
                .dense(Activation.RELU, new double[] {0, 0}, new double[] {1, -1, 0, 0}, new double[] {0, 0, 1, -1});
    }

    @Test
    void xorByRankGluesTwoCornersOfOneRegion() throws InterruptedException {
        LayerGluing gluing = gluing(xorByRank(), 0, CORNERS);
        assertThat(gluing.regionOf()).containsExactly(0, 0, 1, 2);
        assertThat(gluing.ranks()).containsExactly(0, 1, 1);
        assertThat(members(gluing.byRank())).isDeepEqualTo(new int[][] {{0, 1}});
        assertThat(members(gluing.byOverlap())).isDeepEqualTo(new int[][] {{0, 1}});
        assertThat(gluing.meetings()).isEmpty();
        assertThat(gluing.programs()).isZero();
        assertThat(gluing.regions().get(1).map().apply(1, 0)).containsExactly(0, 0.5);
        assertThat(gluing.regions().get(2).map().apply(0, 1)).containsExactly(0.5, 0);
    }

    @Test
    void xorByRankIsLabelledRank() throws InterruptedException {
        Finding finding = examine(OverlapSettings.defaults(), xorByRank().snapshot(CORNERS))
                .get(0);
        assertThat(bettis(finding, 0)).containsExactly(4, 3, 3, 3, Change.RANK.code());
        assertThat(bettis(finding, 1)).containsExactly(1, 0, 0, 0, Change.RANK.code()); // the square's four sides
        assertThat(finding.notes())
                .contains("h0: 4 in the input, 3 in the layer: rank (3 with rank glued, 3 with overlap too; "
                        + "2 inputs in 1 classes by rank, 2 in 1 in all, 0 overlapping pairs of regions here)");
    }

    @Test
    void xorByOverlapGluesCornersOfDifferentRegions() throws InterruptedException {
        LayerGluing first = gluing(xorByOverlap(), 0, CORNERS);
        assertThat(first.regionOf()).containsExactly(0, 1, 2, 2);
        assertThat(first.byOverlap().count()).isZero();
        LayerGluing second = gluing(xorByOverlap(), 1, CORNERS);
        assertThat(second.regionOf()).containsExactly(0, 1, 2, 3);
        assertThat(second.ranks()).containsExactly(0, 0, 1, 1);
        assertThat(second.byRank().count()).isZero();
        assertThat(members(second.byOverlap())).isDeepEqualTo(new int[][] {{0, 1}});
        assertThat(second.meetings()).hasSize(1);
        assertThat(second.meetings().get(0).ofFirst()).containsExactly(0);
        assertThat(second.meetings().get(0).ofSecond()).containsExactly(1);
    }

    @Test
    void xorByOverlapIsLabelledOverlap() throws InterruptedException {
        List<Finding> findings =
                examine(OverlapSettings.defaults(), xorByOverlap().snapshot(CORNERS));
        assertThat(bettis(findings.get(0), 0)).containsExactly(4, 4, 4, 4, Change.NONE.code());
        assertThat(bettis(findings.get(1), 0)).containsExactly(4, 4, 3, 3, Change.OVERLAP.code());
        assertThat(findings.get(1).notes().get(0))
                .contains("3 in the layer: overlap (4 with rank glued, 3 with overlap");
    }

    /** 100 points of the unit circle, symmetric about the axis that ReLU(x) keeps. */
    static double[][] circle() {
        double[][] points = new double[100][];
        Arrays.setAll(points, i -> new double[] {
            (float) Math.cos(2 * Math.PI * (i + 0.5) / 100), (float) Math.sin(2 * Math.PI * (i + 0.5) / 100)
        });
        for (int i = 50; i < 100; i++) {
            points[i] = new double[] {points[99 - i][0], -points[99 - i][1]};
        }
        return points;
    }

    /**
     * ReLU(x) on the circle: the half where it is zero collapses, which leaves a circle; but each x > 0 is hit twice, so that
     * the image is an interval.
     */
    @Test
    void halfCircleLeavesACircleThatOverlapContracts() throws InterruptedException {
        TinyNetwork network = new TinyNetwork(2).dense(Activation.RELU, new double[] {0}, new double[] {1, 0});
        Finding finding = examine(settings(1), network.snapshot(circle())).get(0);
        assertThat(bettis(finding, 0)).containsExactly(1, 1, 1, 1, Change.NONE.code());
        assertThat(bettis(finding, 1)).containsExactly(1, 1, 0, 0, Change.OVERLAP.code());
        assertThat(finding.summary()).containsEntry("glued_by_rank", 49.0).containsEntry("programs", 0.0);
    }

    /** With the dimension of the plane both halves are of low rank, and collapse. */
    @Test
    void halfCircleOfLowRankInThePlaneIsContractedByRank() throws InterruptedException {
        TinyNetwork network = new TinyNetwork(2).dense(Activation.RELU, new double[] {0}, new double[] {1, 0});
        Finding finding =
                examine(OverlapSettings.defaults(), network.snapshot(circle())).get(0);
        assertThat(bettis(finding, 1)).containsExactly(1, 0, 0, 0, Change.RANK.code());
    }

    /** |x| by two units of full rank: the halves of the circle are laid on each other, no rank is lost. */
    @Test
    void aFoldOfFullRankIsLabelledOverlap() throws InterruptedException {
        TinyNetwork network = new TinyNetwork(2)
                .dense(
                        Activation.RELU,
                        new double[] {0, 0, 2},
                        new double[] {1, 0},
                        new double[] {-1, 0},
                        new double[] {0, 1})
                .dense(Activation.IDENTITY, new double[] {0, 0}, new double[] {1, 1, 0}, new double[] {0, 0, 1});
        List<Finding> findings = examine(OverlapSettings.defaults(), network.snapshot(circle()));
        assertThat(bettis(findings.get(0), 1)).containsExactly(1, 1, 1, 1, Change.NONE.code());
        assertThat(bettis(findings.get(1), 1)).containsExactly(1, 1, 0, 0, Change.OVERLAP.code());
        assertThat(findings.get(1).summary()).containsEntry("overlapping_pairs", 1.0);
    }

    /** A one-to-one linear map that flattens the circle: its loop becomes too short to count, though nothing is glued. */
    @Test
    void aFlattenedCircleIsMetricOnly() throws InterruptedException {
        TinyNetwork network = new TinyNetwork(2)
                .dense(Activation.IDENTITY, new double[] {0, 0}, new double[] {1, 0}, new double[] {0, 0.0625});
        Finding finding =
                examine(OverlapSettings.defaults(), network.snapshot(circle())).get(0);
        assertThat(bettis(finding, 1)).containsExactly(1, 1, 1, 0, Change.METRIC_ONLY.code());
        assertThat(finding.notes().get(0)).contains("metric only");
    }
}
