package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrimeFieldTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 47, 251, 32_749, 65_519})
    void productsAndInversesAreThoseOfIntegersModuloThePrime(int prime) {
        PrimeField field = PrimeField.of(prime);
        BigInteger modulus = BigInteger.valueOf(prime);
        Random random = new Random(prime);
        for (int k = 0; k < 2000; k++) {
            int a = k == 0 ? prime - 1 : random.nextInt(prime);
            int b = k < 2 ? prime - 1 : random.nextInt(prime);
            BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
            assertThat(field.times(a, b)).isEqualTo(product.mod(modulus).intValue());
            if (a != 0) {
                assertThat(field.times(a, field.inverse(a))).isOne();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 127, 32_003, 65_519})
    void residuesOfLongNumbersAreThoseOfDivision(int prime) {
        PrimeField field = PrimeField.of(prime);
        long highest = PrimeField.MOST / prime * prime; // the highest multiple
        for (long multiple : new long[] {prime, 2L * prime, 1L * prime * prime, highest - prime, highest}) {
            for (long number = multiple - 2; number < Math.min(multiple + 2, PrimeField.MOST); number++) {
                assertThat(field.residue(number)).isEqualTo((int) (number % prime));
            }
        }
        new Random(prime)
                .longs(10_000, 0, PrimeField.MOST)
                .forEach(number -> assertThat(field.residue(number)).isEqualTo((int) (number % prime)));
        assertThat(field.residue(PrimeField.MOST - 1)).isEqualTo((int) ((PrimeField.MOST - 1) % prime));
    }
}
