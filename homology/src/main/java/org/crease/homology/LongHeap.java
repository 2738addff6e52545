package org.crease.homology;

import java.util.Arrays;

/** Longs that come off the largest first: a binary heap. */
final class LongHeap {
    private long[] elements = new long[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(long element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, 2 * size);
        }
        int at = size++;
        while (at > 0 && elements[(at - 1) >>> 1] < element) {
            elements[at] = elements[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        elements[at] = element;
    }

    /** Takes the largest off; there must be one. */
    long takeLargest() {
        long largest = elements[0];
        long sinking = elements[--size];
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && elements[child + 1] > elements[child]) {
                child++;
            }
            if (elements[child] <= sinking) {
                break;
            }
            elements[at] = elements[child];
            at = child;
        }
        elements[at] = sinking;
        return largest;
    }
}
