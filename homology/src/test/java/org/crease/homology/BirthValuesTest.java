package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BirthValuesTest {

    private static SparseVector vector(int... placesAndResidues) {
        long[] terms = new long[placesAndResidues.length / 2];
        for (int k = 0; k < terms.length; k++) {
            terms[k] = SparseVector.term(placesAndResidues[2 * k], placesAndResidues[2 * k + 1]);
        }
        return new SparseVector(terms);
    }

    @Test
    void cocyclesHaveValuesOnBirthsOfClassesThatBecameTheirs() throws InterruptedException {
        BirthValues values = BirthValues.over(PrimeField.of(5));
        values.vanish(vector(0, 3, 2, 1)); // class 2 becomes -3 times class 0
        values.vanish(vector(0, 1, 1, 1)); // class 1 becomes -1 times class 0

        assertThat(values.of(0).terms()).isEqualTo(vector(0, 1, 1, 4, 2, 2).terms());
        assertThat(values.of(1).terms()).isEqualTo(vector(1, 1).terms());
        assertThat(values.of(2).terms()).isEqualTo(vector(2, 1).terms());
    }

    @Test
    void valuesOverTwoElementsCancel() throws InterruptedException {
        BirthValues values = BirthValues.over(PrimeField.of(2));
        values.vanish(vector(0, 1, 70, 1, 130, 1)); // class 130 becomes 0 + 70
        values.vanish(vector(0, 1, 70, 1)); // class 70 becomes 0

        assertThat(values.of(0).terms()).isEqualTo(vector(0, 1, 70, 1).terms()); // on 130: 1 + 1
        assertThat(values.of(70).terms()).isEqualTo(vector(70, 1, 130, 1).terms());
    }

    /** As many bits as lie from a class's word to that of the youngest it hands to; or a term for each. */
    @Test
    void memoryGoesWithRelations() {
        for (int modulus : new int[] {2, 3}) {
            BirthValues values = BirthValues.over(PrimeField.of(modulus));
            assertThat(values.bytes()).isZero();
            values.vanish(vector(0, 1, 640, 1));
            long one = values.bytes();
            assertThat(one).isEqualTo(modulus == 2 ? 11 * 8 : 4 * 8);
            values.vanish(vector(1, 1, 641, 1));
            assertThat(values.bytes()).isEqualTo(2 * one);
        }
    }
}
