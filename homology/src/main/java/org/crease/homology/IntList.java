package org.crease.homology;

import java.util.Arrays;

/** A list of ints that grows. */
final class IntList {
    private int[] elements = {};
    private int size;

    /** A list of the elements of an array. */
    static IntList of(int... elements) {
        IntList list = new IntList();
        list.elements = elements;
        list.size = elements.length;
        return list;
    }

    void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.max(4, 2 * size));
        }
        elements[size++] = element;
    }

    void clear() {
        size = 0;
    }

    int get(int index) {
        return elements[index];
    }

    void set(int index, int element) {
        elements[index] = element;
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
