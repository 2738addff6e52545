package org.crease.trainer.seed;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Fisher and Yates' shuffle. */
public final class Shuffle {
    private Shuffle() {}

    /** The numbers from 0 to n - 1 in random order. */
    public static int[] permutation(int n, SplittableRandom random) {
        int[] values = IntStream.range(0, n).toArray();
        shuffle(values, random);
        return values;
    }

    /** Puts values into random order, in place. */
    public static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = values[i];
            values[i] = values[j];
            values[j] = swapped;
        }
    }
}
