package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InflowsTest {
    private static final SparseVector FIRST = vector(1, 2, 4, 3); // place, residue, ...
    private static final SparseVector SECOND = vector(0, 1, 4, 2);

    private final Inflows inflows = new Inflows(PrimeField.of(5));

    @Test
    void vectorAloneIsItsOwnSum() {
        inflows.add(70, 1, FIRST);

        assertThat(inflows.take(70)).isSameAs(FIRST);
        assertThat(inflows.take(70).size()).isZero();
    }

    @Test
    void multiplesAddUpAtEachPlace() {
        assertThat(inflows.add(3, 2, FIRST)).isTrue();
        assertThat(inflows.add(8, 4, SECOND)).isTrue();
        assertThat(inflows.add(3, 2, SECOND)).isFalse();

        assertThat(inflows.take(3).terms()).isEqualTo(vector(0, 2, 1, 4).terms()); // 2 (3 + 2) = 0 at 4
        assertThat(inflows.take(8).terms()).isEqualTo(vector(0, 4, 4, 3).terms());
    }

    @Test
    void columnsAreInOrderOfRows() {
        Transposition matrix = new Transposition();
        matrix.add(9, FIRST);
        matrix.add(2, SECOND);

        SparseVector[] columns = matrix.columns(5);

        assertThat(columns[0].terms()).isEqualTo(vector(2, 1).terms());
        assertThat(columns[1].terms()).isEqualTo(vector(9, 2).terms());
        assertThat(columns[2].terms()).isEmpty();
        assertThat(columns[4].terms()).isEqualTo(vector(2, 2, 9, 3).terms());
    }

    private static SparseVector vector(int... placesAndResidues) {
        long[] terms = new long[placesAndResidues.length / 2];
        for (int k = 0; k < terms.length; k++) {
            terms[k] = SparseVector.term(placesAndResidues[2 * k], placesAndResidues[2 * k + 1]);
        }
        return new SparseVector(terms);
    }
}
