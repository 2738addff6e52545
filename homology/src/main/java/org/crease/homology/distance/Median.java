package org.crease.homology.distance;

/**
 * Quickselect on indices: linear on average.
 *
 * <p>C. A. R. Hoare, <i>Algorithm 65: find</i>, CACM 4, 1961.
 */
final class Median {
    private Median() {}

    /**
     * Rearranges the indices in [{@code from}, {@code to}) so that the one at {@code place} has the key that sorting would put
     * there, none before it a larger one and none after it a smaller one.
     */
    static void toPlace(int[] indices, double[] keys, int from, int to, int place) {
        int left = from;
        int right = to - 1;
        while (left < right) {
            double pivot = keys[indices[(left + right) >>> 1]];
            int i = left;
            int j = right;
            while (i <= j) {
                while (keys[indices[i]] < pivot) {
                    i++;
                }
                while (keys[indices[j]] > pivot) {
                    j--;
                }
                if (i <= j) {
                    int swapped = indices[i];
                    indices[i++] = indices[j];
                    indices[j--] = swapped;
                }
            }
            if (place <= j) {
                right = j;
            } else if (place >= i) {
                left = i;
            } else {
                return;
            }
        }
    }
}
