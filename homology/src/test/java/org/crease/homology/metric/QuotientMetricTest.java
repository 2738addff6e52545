package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.crease.homology.Stopping;
import org.crease.homology.metric.QuotientMetric.Rule;
import org.junit.jupiter.api.Test;

class QuotientMetricTest {
    /** Points 0, 1, 2, 10, 11, 20 of a line. */
    private static final FiniteMetricSpace LINE =
            Metric.euclidean().on(PointCloud.of(new float[] {0, 1, 2, 10, 11, 20}, 6, 1));

    private static Quotient quotient(Rule rule, int[]... classes) throws InterruptedException {
        return QuotientMetric.by(rule).of(LINE, PointClasses.of(6, classes));
    }

    @Test
    void aClassIsAsFarAsItsNearestMemberAndShortensTheWaysThroughIt() throws InterruptedException {
        Quotient quotient = quotient(Rule.MIN, new int[] {1, 4});
        DistanceMatrix distances = quotient.distances();
        assertThat(quotient.representatives()).containsExactly(0, 2, 3, 5, 1);
        assertThat(quotient.pointOf(4)).isEqualTo(4);
        assertThat(quotient.pointOf(5)).isEqualTo(3);
        assertThat(distances.distance(4, 0)).isEqualTo(1);
        assertThat(distances.distance(4, 3)).isEqualTo(9);
        assertThat(distances.distance(0, 2)).isEqualTo(2); // 0 to 1, 11 to 10
        assertThat(distances.distance(0, 1)).isEqualTo(2); // straight on is no longer
        assertThat(distances.distance(0, 3)).isEqualTo(10);
    }

    @Test
    void waysMayLeadThroughSeveralClasses() throws InterruptedException {
        Quotient quotient = quotient(Rule.MIN, new int[] {0, 3}, new int[] {4, 5});
        assertThat(quotient.distances().distance(2, 3)).isEqualTo(1);
        assertThat(quotient.distances().distance(0, 3)).isEqualTo(2); // 1 to 0, 10 to 11
    }

    @Test
    void aClassMayBeAsFarAsItsMembersOnAverage() throws InterruptedException {
        Quotient quotient = quotient(Rule.MEAN, new int[] {0, 3}, new int[] {4, 5});
        DistanceMatrix distances = quotient.distances();
        assertThat(distances.distance(0, 2)).isEqualTo(5); // 1 to 0 and to 10
        assertThat(distances.distance(2, 3)).isEqualTo(10.5f); // 11, 20, 1, 10
        assertThat(distances.distance(0, 1)).isEqualTo(1);
    }

    @Test
    void mergedClassesAreOnePoint() throws InterruptedException {
        PointClasses classes = PointClasses.of(6, new int[] {0, 3}, new int[] {4, 5});
        Quotient quotient = QuotientMetric.by(Rule.MIN).of(LINE, classes.merged());
        assertThat(quotient.distances().size()).isEqualTo(3);
        assertThat(quotient.distances().distance(0, 2)).isEqualTo(1);
        assertThat(quotient.distances().distance(0, 1)).isEqualTo(1);
    }

    @Test
    void withoutClassesNothingChanges() throws InterruptedException {
        DistanceMatrix matrix = DistanceMatrix.of(LINE);
        Quotient quotient = QuotientMetric.by(Rule.MIN).of(matrix, PointClasses.of(6));
        assertThat(quotient.distances()).isSameAs(matrix);
        assertThat(quotient.representatives()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(QuotientMetric.by(Rule.MEAN)
                        .of(DistanceMatrix.ofRows(), PointClasses.of(0).merged())
                        .distances()
                        .size())
                .isZero();
    }

    @Test
    void oneClassOfAllIsAPoint() throws InterruptedException {
        assertThat(quotient(Rule.MIN, new int[] {5, 4, 3, 2, 1, 0}).distances().size())
                .isEqualTo(1);
    }

    @Test
    void withoutTheTriangleInequalityAllWaysAreLookedAt() throws InterruptedException {
        FiniteMetricSpace squares = Metric.squaredEuclidean().on(PointCloud.of(new float[] {0, 1, 2, 10, 11}, 5, 1));
        PointClasses classes = PointClasses.of(5, new int[] {3, 4});
        assertThat(QuotientMetric.by(Rule.MIN).of(squares, classes).distances().distance(0, 2))
                .isEqualTo(4);
        DistanceMatrix closed =
                QuotientMetric.by(Rule.MIN).ofAnySpace().of(squares, classes).distances();
        assertThat(closed.distance(0, 2)).isEqualTo(2);
        assertThat(closed.distance(0, 3)).isEqualTo(66);
    }

    @Test
    void pointsOutOfReachStaySo() throws InterruptedException {
        float far = Float.POSITIVE_INFINITY;
        DistanceMatrix pieces = DistanceMatrix.ofLower(1, far, far, far, far, 2);
        PointClasses apart = PointClasses.of(4, new int[] {0, 1});
        assertThat(QuotientMetric.by(Rule.MIN).of(pieces, apart).distances().distance(0, 2))
                .isEqualTo(far);
        PointClasses joined = PointClasses.of(4, new int[] {1, 2});
        assertThat(QuotientMetric.by(Rule.MIN).of(pieces, joined).distances().distance(0, 1))
                .isEqualTo(3);
        assertThat(QuotientMetric.by(Rule.MEAN).of(pieces, joined).distances().distance(0, 2))
                .isEqualTo(far);
    }

    @Test
    void labelsBecomeClassesWhereEnoughPointsShareThem() throws InterruptedException {
        PointClasses classes = PointClasses.ofLabels(
                new long[] {9, 7, 9, 7, 7, 3, 9}, new boolean[] {true, true, true, true, false, true, false}, 2);
        assertThat(classes.count()).isEqualTo(2);
        assertThat(classes.members(0)).containsExactly(0, 2);
        assertThat(classes.members(1)).containsExactly(1, 3);
        assertThat(classes.classOf(5)).isEqualTo(-1);
        assertThat(classes.classified()).isEqualTo(4);
    }

    @Test
    void classesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> PointClasses.of(4, new int[] {0, 1}, new int[] {2, 1}))
                .hasMessage("classes 0 and 1 both have the point 1; classes must be disjoint");
        assertThatThrownBy(() -> PointClasses.of(4, new int[] {0, 4}))
                .hasMessage("class 0 has the point 4; the space has 4 points, from 0");
        assertThatThrownBy(() -> PointClasses.of(4, new int[] {-1})).hasMessageContaining("the point -1");
        assertThatThrownBy(() -> PointClasses.of(4, new int[] {2, 2})).hasMessage("class 0 has the point 2 twice");
        assertThatThrownBy(() -> PointClasses.of(4, new int[] {1}, new int[0]))
                .hasMessage("class 1 has no points; it needs at least one");
        assertThatThrownBy(() -> QuotientMetric.by(Rule.MIN).of(LINE, PointClasses.of(5)))
                .hasMessage("classes of a space of 5 points for one of 6; both must have equally many");
        assertThatThrownBy(() -> PointClasses.ofLabels(new long[3], new boolean[2], 2))
                .hasMessageContaining("3 labels and 2 choices");
    }

    @Test
    void anInterruptionEndsTheWork() throws InterruptedException {
        FiniteMetricSpace space = FiniteMetricSpace.of(1500, (i, j) -> i - j);
        DistanceMatrix matrix = DistanceMatrix.of(space);
        int[][] pairs = new int[700][];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = new int[] {2 * k, 2 * k + 1};
        }
        PointClasses classes = PointClasses.of(1500, pairs);
        assertThat(Stopping.delay(() -> QuotientMetric.by(Rule.MIN).of(matrix, classes), 50))
                .isLessThan(200);
        assertThat(Stopping.delay(
                        () -> QuotientMetric.by(Rule.MEAN).ofAnySpace().of(matrix, classes), 50))
                .isLessThan(200);
    }
}
