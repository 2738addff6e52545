package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sums taken off place by place, beside those of a sorted map. */
class ResidueQueueProperties {
    private static final int PLACES = 300;

    private final TreeMap<Integer, Integer> expected = new TreeMap<>();

    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(2, 3, 32_003, 65_519);
    }

    /** Each place taken adds to later ones, as cocycles are handed on. */
    @Property(tries = 100)
    void placesComeInOrderWithTheirSums(@ForAll long seed, @ForAll("primes") int prime) {
        ResidueQueue queue = new ResidueQueue(PLACES, PrimeField.of(prime));
        for (int round = 0; round < 3; round++) {
            Random random = new Random(seed + round);
            for (int k = random.nextInt(20); k > 0; k--) {
                add(queue, random.nextInt(PLACES), random, prime);
            }
            for (int place = queue.takeFirst(); place != ResidueQueue.NONE; place = queue.takeFirst()) {
                assertThat(Map.entry(place, queue.take(place))).isEqualTo(nextExpected());
                for (int k = random.nextInt(3); k > 0 && place + 1 < PLACES; k--) {
                    add(queue, place + 1 + random.nextInt(PLACES - place - 1), random, prime);
                }
            }
            expected.values().removeIf(sum -> sum == 0);
            assertThat(expected).isEmpty();
        }
    }

    private void add(ResidueQueue queue, int place, Random random, int prime) {
        int residue = 1 + random.nextInt(prime - 1);
        queue.add(place, residue);
        expected.merge(place, residue, (a, b) -> (int) (((long) a + b) % prime));
    }

    private Map.Entry<Integer, Integer> nextExpected() {
        while (expected.firstEntry().getValue() == 0) {
            expected.pollFirstEntry();
        }
        return expected.pollFirstEntry();
    }
}
