package org.crease.trainer.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.crease.trainer.data.source.Samples;

/** Draws rows class by class; data without classes counts as one class. Results depend on the stream alone. */
final class Strata {
    private final int size;
    private final List<int[]> strata;

    private Strata(int size, List<int[]> strata) {
        this.size = size;
        this.strata = strata;
    }

    /** The rows of each class, shuffled. */
    static Strata of(Samples samples, SplittableRandom random) {
        int[] classes = samples.classes() == null ? new int[samples.size()] : samples.classes();
        int count = Arrays.stream(classes).max().orElse(0) + 1;
        List<int[]> strata = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            int wanted = c;
            int[] rows = IntStream.range(0, classes.length)
                    .filter(row -> classes[row] == wanted)
                    .toArray();
            shuffle(rows, random);
            strata.add(rows);
        }
        return new Strata(samples.size(), strata);
    }

    private static void shuffle(int[] rows, SplittableRandom random) {
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
        }
    }

    /** So many rows, from each class its share by size, in ascending order. */
    int[] inProportion(int total) {
        int[] quotas = new int[strata.size()];
        long[] remainders = new long[strata.size()];
        for (int c = 0; c < quotas.length; c++) {
            long exact = (long) strata.get(c).length * total;
            quotas[c] = (int) (exact / size);
            remainders[c] = exact % size;
        }
        int left = total - Arrays.stream(quotas).sum();
        IntStream.range(0, quotas.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer c) -> -remainders[c]).thenComparing(c -> c))
                .limit(left)
                .forEach(c -> quotas[c]++);
        return take(quotas);
    }

    /** So many rows, equally many from each class while it has them, in ascending order. */
    int[] evenly(int total) {
        int[] quotas = new int[strata.size()];
        int left = total;
        while (left > 0) {
            int[] open = IntStream.range(0, quotas.length)
                    .filter(c -> quotas[c] < strata.get(c).length)
                    .toArray();
            int each = Math.max(1, left / open.length);
            for (int c : open) {
                int more = Math.min(Math.min(each, left), strata.get(c).length - quotas[c]);
                quotas[c] += more;
                left -= more;
            }
        }
        return take(quotas);
    }

    private int[] take(int[] quotas) {
        return IntStream.range(0, quotas.length)
                .flatMap(c -> Arrays.stream(strata.get(c), 0, quotas[c]))
                .sorted()
                .toArray();
    }
}
