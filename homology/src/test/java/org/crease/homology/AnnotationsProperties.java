package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Annotations beside vectors that are written out and reduced one by one. */
class AnnotationsProperties {
    private static final int MOST_CLASSES = 400;

    private final List<Integer> annotations = new ArrayList<>();
    private final List<int[]> written = new ArrayList<>();

    private void check(Annotations actual, Random random) {
        for (int k = 0; k < written.size(); k++) {
            int[] vector = written.get(k);
            int annotation = actual.current(annotations.get(k));
            assertThat(annotation == Annotations.ZERO).isEqualTo(youngest(vector) < 0);
            if (annotation != Annotations.ZERO) {
                assertThat(actual.youngest(annotation)).isEqualTo(youngest(vector));
            }
            int other = random.nextInt(written.size());
            assertThat(annotation == actual.current(annotations.get(other)))
                    .isEqualTo(Arrays.equals(vector, written.get(other)));
        }
    }

    private static int youngest(int[] vector) {
        int c = MOST_CLASSES - 1;
        while (c >= 0 && vector[c] == 0) {
            c--;
        }
        return c;
    }

    private static int[] sum(int[] a, int factor, int[] b, int prime) {
        int[] sum = new int[MOST_CLASSES];
        Arrays.setAll(sum, c -> (int) ((a[c] + (long) factor * b[c]) % prime));
        return sum;
    }

    private void add(int annotation, int[] vector) {
        annotations.add(annotation);
        written.add(vector);
    }

    /** In lanes of 1, 4, 8, 16 and 32 bits. */
    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(2, 3, 7, 11, 127, 131, 32_003, 65_519);
    }

    /** So many sums that vectors get long, are written class by class, and short again as classes die. */
    @Property(tries = 12)
    void annotationsAreVectorsReducedByEveryDeath(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        annotations.clear();
        written.clear();
        Random random = new Random(seed);
        Annotations actual = new Annotations(PrimeField.of(prime));
        add(Annotations.ZERO, new int[MOST_CLASSES]);
        for (int step = 0; step < 3000; step++) {
            if (actual.classes() < MOST_CLASSES && random.nextInt(4) == 0) {
                int[] unit = new int[MOST_CLASSES];
                unit[actual.classes()] = 1;
                add(actual.birth(), unit);
            }
            int a = random.nextInt(written.size());
            int b = Math.max(0, written.size() - 1 - random.nextInt(50)); // so that they get long
            int factor = 1 + random.nextInt(prime - 1);
            int[] sum = sum(written.get(a), factor, written.get(b), prime);
            int annotation = actual.sum(actual.current(annotations.get(a)), factor, actual.current(annotations.get(b)));
            add(annotation, sum);
            if (random.nextInt(20) == 0 && youngest(sum) >= 0) {
                actual.vanish(annotation);
                reduceAll(sum, prime);
            }
            if (step % 500 == 0) {
                check(actual, random);
            }
        }
        check(actual, random);
    }

    private void reduceAll(int[] relation, int prime) {
        int dying = youngest(relation);
        int inverse = BigInteger.valueOf(relation[dying])
                .modInverse(BigInteger.valueOf(prime))
                .intValue();
        for (int k = 0; k < written.size(); k++) {
            int value = written.get(k)[dying];
            if (value != 0) {
                written.set(k, sum(written.get(k), (int) ((prime - value) * (long) inverse % prime), relation, prime));
            }
        }
    }
}
