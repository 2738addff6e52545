package org.crease.homology;

import java.util.Arrays;

/** Which vectors have a class: lists, by class, of the numbers of vectors in {@link SparseForm}; some may have lost it since. */
final class Occurrences {
    private IntList[] lists = new IntList[64];
    private int classes;
    private long listed;

    /** There is one class more. */
    void addClass() {
        if (classes == lists.length) {
            lists = Arrays.copyOf(lists, 2 * classes);
        }
        lists[classes++] = new IntList();
    }

    /** The list of a class, which is empty from then on. */
    IntList take(int of) {
        IntList list = lists[of];
        lists[of] = new IntList();
        listed -= list.size();
        return list;
    }

    /** The vectors listed for a class, each once. */
    IntList of(int of) {
        int[] all = lists[of].toArray();
        Arrays.sort(all);
        IntList each = new IntList();
        for (int k = 0; k < all.length; k++) {
            if (k == 0 || all[k] != all[k - 1]) {
                each.add(all[k]);
            }
        }
        return each;
    }

    /** Memory held, about. */
    long bytes() {
        return 2 * Integer.BYTES * listed;
    }

    void clear() {
        listed = 0;
        Arrays.setAll(lists, c -> c < classes ? new IntList() : lists[c]);
    }

    void addAll(int number, long[] vector) {
        listed += vector.length;
        for (long entry : vector) {
            lists[SparseForm.classOf(entry)].add(number);
        }
    }

    /** Adds the classes that a vector gains when a multiple of another is added to it. */
    void addGained(int number, long[] vector, long[] added) {
        int k = 0;
        for (long entry : added) {
            int of = SparseForm.classOf(entry);
            while (k < vector.length && SparseForm.classOf(vector[k]) < of) {
                k++;
            }
            if (k == vector.length || SparseForm.classOf(vector[k]) != of) {
                lists[of].add(number);
                listed++;
            }
        }
    }
}
