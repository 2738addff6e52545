package org.crease.homology.complex;

import java.util.Arrays;

/** Ints in a row that grows. */
final class IntStore {
    private int[] elements;
    private int size;

    IntStore() {
        elements = new int[16];
    }

    void add(int element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, grown(size));
        }
        elements[size++] = element;
    }

    /** The capacity that follows {@code size}: half as much again, up to the longest array there is. */
    static int grown(int size) {
        int longest = Integer.MAX_VALUE - 8;
        if (size >= longest) {
            throw new IllegalArgumentException("more than " + longest + " entries; an array holds no more");
        }
        return (int) Math.min(longest, size + (long) (size >> 1) + 16);
    }

    int get(int index) {
        return elements[index];
    }

    void set(int index, int element) {
        elements[index] = element;
    }

    int removeLast() {
        return elements[--size];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    int[] toArray() {
        return Arrays.copyOf(elements, size);
    }
}
