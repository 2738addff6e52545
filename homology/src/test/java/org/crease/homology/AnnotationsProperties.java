package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
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
    private final List<int[]> births = new ArrayList<>(); // of the same, by class
    private final BitSet dead = new BitSet();

    private void check(Annotations actual, BirthValues values, int prime, Random random) throws InterruptedException {
        DenseSum read = new DenseSum(PrimeField.of(prime));
        for (int k = 0; k < written.size(); k++) {
            if (random.nextInt(4) == 0) { // so that some stay as they are for long
                actual.addTo(read, 1, annotations.get(k));
                assertThat(dense(read.take())).containsExactly(written.get(k));
            }
        }
        for (int of = dead.nextClearBit(0); of < births.size(); of = dead.nextClearBit(of + 1)) {
            assertThat(dense(values.of(of))).containsExactly(onBirths(of));
        }
    }

    private static int[] dense(SparseVector vector) {
        int[] values = new int[MOST_CLASSES];
        for (int k = 0; k < vector.size(); k++) {
            values[vector.place(k)] = vector.residue(k);
        }
        return values;
    }

    private int[] onBirths(int of) {
        int[] values = new int[MOST_CLASSES];
        Arrays.setAll(values, born -> born < births.size() ? births.get(born)[of] : 0);
        return values;
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

    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(2, 3, 7, 11, 127, 131, 32_003, 65_519);
    }

    /** So many sums that vectors get long, and short again as classes die; some are read often, some after many deaths. */
    @Property(tries = 12)
    void annotationsAreVectorsReducedByEveryDeath(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        annotations.clear();
        written.clear();
        births.clear();
        dead.clear();
        Random random = new Random(seed);
        Annotations actual = new Annotations(PrimeField.of(prime));
        BirthValues values = BirthValues.over(PrimeField.of(prime));
        List<int[]> atDeaths = new ArrayList<>();
        List<Integer> deaths = new ArrayList<>();
        DenseSum relation = new DenseSum(PrimeField.of(prime));
        add(Annotations.ZERO, new int[MOST_CLASSES]);
        for (int step = 0; step < 3000; step++) {
            if (actual.classes() < MOST_CLASSES && random.nextInt(4) == 0) {
                int[] unit = new int[MOST_CLASSES];
                unit[actual.classes()] = 1;
                births.add(unit);
                add(actual.birth(), unit);
            }
            int a = random.nextInt(written.size());
            int b = Math.max(0, written.size() - 1 - random.nextInt(50)); // so that they get long
            int factor = 1 + random.nextInt(prime - 1);
            int[] sum = sum(written.get(a), factor, written.get(b), prime);
            int annotation = actual.sum(annotations.get(a), factor, annotations.get(b));
            add(annotation, sum);
            if (random.nextInt(20) == 0) {
                actual.addTo(relation, 1 + random.nextInt(prime - 1), annotation);
                assertThat(relation.last()).isEqualTo(youngest(sum));
                if (youngest(sum) >= 0) {
                    SparseVector vanishing = relation.take();
                    deaths.add(vanishing.last());
                    atDeaths.add(onBirths(vanishing.last()));
                    values.vanish(vanishing);
                    actual.vanish(vanishing);
                    reduceAll(sum, prime);
                }
            }
            if (step % 500 == 0) {
                check(actual, values, prime, random);
            }
        }
        check(actual, values, prime, random);
        for (int k = 0; k < deaths.size(); k++) {
            assertThat(dense(values.of(deaths.get(k)))).containsExactly(atDeaths.get(k));
        }
    }

    private void reduceAll(int[] relation, int prime) {
        int dying = youngest(relation);
        int inverse = BigInteger.valueOf(relation[dying])
                .modInverse(BigInteger.valueOf(prime))
                .intValue();
        dead.set(dying);
        UnaryOperator<int[]> reduced =
                vector -> sum(vector, (int) ((prime - vector[dying]) * (long) inverse % prime), relation, prime);
        written.replaceAll(reduced);
        births.replaceAll(reduced);
    }
}
