package org.crease.probes.rank;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the eigenvalues of a Gram matrix say for sure. Rounding has moved each singular value, before it was squared, by up to
 * {@code moved}, and each square by up to {@code error}; and the threshold that it is compared with by a share of it. A
 * singular value for which twice that might change the answer makes the whole undecided, since whoever looks at the same map
 * in another way rounds too.
 *
 * @param units number of rows of the whole map
 * @param columns number of its columns
 * @param moved by how much a singular value may differ from the true one because the map does
 * @param error by how much an eigenvalue may differ from that of the map that it was computed from
 */
public record SquaredSpectrum(int units, int columns, double moved, double error) {
    /** Squares between these shares of the largest may be noise, and their logarithms are known to a hundredth at best. */
    private static final double DOUBTFUL_FROM = 1e-14;

    private static final double DOUBTFUL_TO = 1e-11;
    private static final double SHARE = 1e-9;
    private static final double LARGEST_SQUARABLE = 1e100;

    /**
     * Whether it is worth computing the eigenvalues.
     *
     * @param trace their sum
     * @param largest of them, estimated from below
     */
    public boolean decidable(double trace, double largest, Tolerance tolerance, double... factors) {
        double value = Math.sqrt(largest);
        double least = Math.min(
                tolerance.threshold(units, columns, value),
                value * Arrays.stream(factors).min().orElse(1));
        return trace < LARGEST_SQUARABLE && trace > 1 / LARGEST_SQUARABLE && least >= SingularValues.RESOLUTION * value;
    }

    /** The spectrum, or null where the eigenvalues do not decide it. */
    public @Nullable Spectrum decide(double[] eigenvalues, Tolerance tolerance, double... factors) {
        double most = Arrays.stream(eigenvalues).max().orElse(0);
        if (!(most < LARGEST_SQUARABLE && most > 1 / LARGEST_SQUARABLE)
                || !(error < SHARE * most && moved < SHARE * Math.sqrt(most))) {
            return null;
        }
        double[] values = Arrays.stream(eigenvalues)
                .map(square -> Math.sqrt(Math.max(0, square)))
                .toArray();
        double largest = Math.sqrt(most);
        double threshold = tolerance.threshold(units, columns, largest);
        boolean sure = clear(values, threshold, largest);
        for (double factor : factors) {
            sure &= clear(values, factor * largest, largest);
        }
        return sure && marginIsClear(eigenvalues, threshold * threshold, most)
                ? Spectrum.of(values, threshold, factors)
                : null;
    }

    /** Whether no singular value is so close to a threshold that it may be on its other side. */
    private boolean clear(double[] values, double threshold, double largest) {
        if (!(threshold >= SingularValues.RESOLUTION * largest)) {
            return false;
        }
        double low = Math.max(0, threshold * (1 - SHARE) - 2 * moved);
        double high = threshold * (1 + SHARE) + 2 * moved;
        return Arrays.stream(values)
                .noneMatch(value -> value * value > low * low - 2 * error && value * value < high * high + 2 * error);
    }

    /** Whether the margin comes from a singular value that is surely none of the doubtful ones. */
    private static boolean marginIsClear(double[] squares, double threshold, double most) {
        double sure = Double.POSITIVE_INFINITY;
        double doubtful = Double.POSITIVE_INFINITY;
        for (double square : squares) {
            if (square >= DOUBTFUL_TO * most) {
                sure = Math.min(sure, Math.abs(Math.log(square / threshold)));
            } else if (square >= DOUBTFUL_FROM * most) {
                doubtful = Math.min(doubtful, Math.abs(Math.log(square / threshold)));
            }
        }
        return sure <= doubtful;
    }
}
