package org.crease.homology;

import java.util.Arrays;

/** A list of chars that grows. */
final class CharList {
    private char[] elements = {};
    private int size;

    void add(char element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.max(8, 2 * size));
        }
        elements[size++] = element;
    }

    char[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
