package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SparseDistancesTest {

    @Test
    void missingPairsAreInfinitelyFarApart() {
        SparseDistances space =
                new SparseDistances.Builder(4).add(3, 1, 2).add(0, 1, 0).build();
        assertThat(space.distance(1, 3)).isEqualTo(2);
        assertThat(space.distance(1, 0)).isZero();
        assertThat(space.distance(2, 2)).isZero();
        assertThat(space.distance(0, 3)).isInfinite();
        assertThat(space.pairs()).isEqualTo(2);
        assertThat(space.degree(1)).isEqualTo(2);
        assertThat(space.neighbour(1, 1)).isEqualTo(3);
        assertThat(space.distanceToNeighbour(1, 1)).isEqualTo(2);
        assertThat(space.largest()).isEqualTo(2);
    }

    @Test
    void samePairTwiceIsOnePairUnlessItsDistancesDiffer() {
        assertThat(new SparseDistances.Builder(2)
                        .add(0, 1, 1)
                        .add(1, 0, 1)
                        .build()
                        .pairs())
                .isEqualTo(1);
        SparseDistances.Builder twice =
                new SparseDistances.Builder(2).add(0, 1, 1).add(1, 0, 2);
        assertThatThrownBy(twice::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("distance (0, 1) is given as 1.0 and as 2.0; a pair has one distance");
    }

    @Test
    void infiniteDistanceIsThatOfAPairNotAdded() {
        assertThat(new SparseDistances.Builder(2)
                        .add(0, 1, Float.POSITIVE_INFINITY)
                        .build()
                        .pairs())
                .isZero();
    }

    @Test
    void enclosingRadiusIsThatOfAPointNearAllOthers() {
        SparseDistances star =
                new SparseDistances.Builder(3).add(0, 1, 1).add(0, 2, 3).build();
        assertThat(star.enclosingRadius()).isEqualTo(3);
        assertThat(new SparseDistances.Builder(3).add(0, 1, 1).build().enclosingRadius())
                .isInfinite();
        assertThat(new SparseDistances.Builder(0).build().enclosingRadius()).isZero();
    }

    @Test
    void p4_distancesThatAreNoneAreRefused() {
        SparseDistances.Builder pairs = new SparseDistances.Builder(3);
        assertThatThrownBy(() -> pairs.add(0, 1, -1)).hasMessageContaining("distance (0, 1) is -1.0");
        assertThatThrownBy(() -> pairs.add(0, 1, Float.NaN)).hasMessageContaining("distance (0, 1) is NaN");
        assertThatThrownBy(() -> pairs.add(1, 1, 1)).hasMessageContaining("point 1 to itself is 1.0");
        assertThatThrownBy(() -> pairs.add(0, 3, 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new SparseDistances.Builder(-1)).hasMessageContaining("-1");
    }
}
