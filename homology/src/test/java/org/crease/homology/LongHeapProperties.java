package org.crease.homology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Beside the queue of the JDK. */
class LongHeapProperties {

    @Property(tries = 100)
    void theLargestComesOffFirst(@ForAll long seed) {
        Random random = new Random(seed);
        LongHeap heap = new LongHeap();
        PriorityQueue<Long> expected = new PriorityQueue<>(Comparator.reverseOrder());
        for (int k = 0; k < 1000; k++) {
            if (expected.isEmpty() || random.nextInt(5) < 3) {
                long element = random.nextBoolean() ? random.nextLong() : random.nextInt(10);
                heap.add(element);
                expected.add(element);
            } else {
                assertThat(heap.takeLargest()).isEqualTo(expected.remove());
            }
            assertThat(heap.isEmpty()).isEqualTo(expected.isEmpty());
        }
        while (!expected.isEmpty()) {
            assertThat(heap.takeLargest()).isEqualTo(expected.remove());
        }
        assertThat(heap.isEmpty()).isTrue();
    }
}
