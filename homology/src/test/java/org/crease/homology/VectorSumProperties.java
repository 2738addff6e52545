package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sums beside big integers and sorted maps, place by place. */
class VectorSumProperties {
    private static final int LARGEST_PRIME = 65_519;
    private static final int PLACES = 300;

    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(2, 3, 5, 127, 251, 257, 32_003, 65_497, LARGEST_PRIME);
    }

    /** Where words of bits end, and room does. */
    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(1, 2, 63, 64, 65, 127, 128, 129, 200, 4097);
    }

    @Property(tries = 200)
    void sumsAreThoseOfBigIntegers(
            @ForAll long seed,
            @ForAll("primes") int prime,
            @ForAll("lengths") int length,
            @ForAll boolean oneByOne,
            @ForAll boolean forAnyField) {
        Random random = new Random(seed);
        VectorSum sum = sum(prime, forAnyField);
        for (int round = 0; round < 3; round++) {
            BigInteger[] expected = new BigInteger[length];
            Arrays.fill(expected, BigInteger.ZERO);
            for (int added = random.nextInt(6); added > 0; added--) {
                int factor = residue(random, prime);
                long[] terms = terms(random, prime, length);
                for (long term : terms) {
                    int place = SparseVector.placeOf(term);
                    long product = (long) factor * SparseVector.residueOf(term);
                    expected[place] = expected[place].add(BigInteger.valueOf(product));
                }
                add(sum, factor, new SparseVector(terms), oneByOne, prime);
            }
            check(sum, expected, prime, random.nextBoolean());
        }
    }

    private static VectorSum sum(int prime, boolean forAnyField) {
        PrimeField field = PrimeField.of(prime);
        return forAnyField ? new DenseSum(field) : VectorSum.over(field);
    }

    private static void add(VectorSum sum, int factor, SparseVector vector, boolean oneByOne, int prime) {
        if (oneByOne) {
            for (int k = 0; k < vector.size(); k++) {
                sum.add(vector.place(k), (int) ((long) factor * vector.residue(k) % prime));
            }
        } else {
            sum.add(factor, vector);
        }
    }

    private static void check(VectorSum sum, BigInteger[] expected, int prime, boolean fromLast) {
        int[] residues = Arrays.stream(expected)
                .mapToInt(x -> x.mod(BigInteger.valueOf(prime)).intValue())
                .toArray();
        int last = residues.length - 1;
        while (last >= 0 && residues[last] == 0) {
            last--;
        }
        assertThat(sum.last()).isEqualTo(last);
        if (last >= 0) {
            assertThat(sum.at(last)).isEqualTo(residues[last]);
        }
        int[] actual = new int[residues.length];
        for (int place = sum.last(); fromLast && place != VectorSum.NONE; place = sum.last()) {
            actual[place] = sum.take(place);
            assertThat(actual[place]).isPositive();
        }
        SparseVector taken = sum.take();
        for (int k = 0; k < taken.size(); k++) {
            assertThat(taken.residue(k)).isPositive();
            assertThat(k == 0 || taken.place(k - 1) < taken.place(k)).isTrue();
            actual[taken.place(k)] = taken.residue(k);
        }
        assertThat(actual).containsExactly(residues);
        assertThat(!taken.hasPlaces() || bits(taken).equals(places(taken))).isTrue();
        assertThat(sum.last()).isEqualTo(VectorSum.NONE);
    }

    /** Each place taken adds to later ones, as cocycles are handed on. */
    @Property(tries = 200)
    void placesComeInOrderWithTheirSums(@ForAll long seed, @ForAll("primes") int prime, @ForAll boolean forAnyField) {
        VectorSum sum = sum(prime, forAnyField);
        TreeMap<Integer, Integer> expected = new TreeMap<>();
        for (int round = 0; round < 3; round++) {
            Random random = new Random(seed + round);
            for (int k = random.nextInt(20); k > 0; k--) {
                add(sum, expected, random.nextInt(PLACES), random, prime);
            }
            for (int place = sum.first(); place != VectorSum.NONE; place = sum.first()) {
                assertThat(Map.entry(place, sum.take(place))).isEqualTo(expected.pollFirstEntry());
                for (int k = random.nextInt(3); k > 0 && place + 1 < PLACES; k--) {
                    add(sum, expected, place + 1 + random.nextInt(PLACES - place - 1), random, prime);
                }
            }
            assertThat(expected).isEmpty();
        }
    }

    /** To the sum and to what is expected, which has no zeros. */
    private static void add(
            VectorSum sum, NavigableMap<Integer, Integer> expected, int place, Random random, int prime) {
        int residue = 1 + random.nextInt(prime - 1);
        sum.add(place, residue);
        int total = (int) ((expected.getOrDefault(place, 0) + (long) residue) % prime);
        if (total == 0) {
            expected.remove(place);
        } else {
            expected.put(place, total);
        }
    }

    private static BitSet bits(SparseVector vector) {
        long[] words = new long[vector.firstWord() + vector.places().length];
        System.arraycopy(vector.places(), 0, words, vector.firstWord(), vector.places().length);
        return BitSet.valueOf(words);
    }

    private static BitSet places(SparseVector vector) {
        BitSet places = new BitSet();
        for (int k = 0; k < vector.size(); k++) {
            places.set(vector.place(k));
        }
        return places;
    }

    /** Other than 0, often 1 or p - 1. */
    private static int residue(Random random, int prime) {
        return switch (random.nextInt(3)) {
            case 0 -> 1;
            case 1 -> prime - 1;
            default -> 1 + random.nextInt(prime - 1);
        };
    }

    /** At most of the places or few. */
    private static long[] terms(Random random, int prime, int length) {
        double share = random.nextBoolean() ? 0.9 : 0.05;
        return IntStream.range(0, length)
                .filter(place -> random.nextDouble() < share)
                .mapToLong(place -> SparseVector.term(place, residue(random, prime)))
                .toArray();
    }

    /** 2^18 products of almost 2^32 each, more than are added up without a look at what has come together. */
    @Example
    void longSumsOfLargeProductsAreExact() {
        DenseSum sum = new DenseSum(PrimeField.of(LARGEST_PRIME));
        SparseVector minusOnes = new SparseVector(new long[] {
            SparseVector.term(0, LARGEST_PRIME - 1), SparseVector.term(64, LARGEST_PRIME - 1), SparseVector.term(200, 1)
        });
        int times = 1 << 18;
        for (int k = 0; k < times; k++) {
            sum.add(LARGEST_PRIME - 1, minusOnes);
        }
        int residue = times % LARGEST_PRIME;
        assertThat(sum.take().terms())
                .containsExactly(
                        SparseVector.term(0, residue),
                        SparseVector.term(64, residue),
                        SparseVector.term(200, LARGEST_PRIME - residue));
    }
}
