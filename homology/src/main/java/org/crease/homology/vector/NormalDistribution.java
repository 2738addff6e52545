package org.crease.homology.vector;

/**
 * The standard normal distribution function to about 15 digits: its power series near 0, and its continued fraction further out.
 *
 * <p>G. Marsaglia, <i>Evaluating the normal distribution</i>, Journal of Statistical Software 11(4), 2004, for the series;
 * M. Abramowitz, I. Stegun, <i>Handbook of Mathematical Functions</i>, 26.2.14, for the fraction.
 */
final class NormalDistribution {
    private static final double NEAR = 5;
    private static final double FAR = 39;
    private static final int TERMS = 60;

    private NormalDistribution() {}

    /** The probability of a value below {@code x}. */
    static double below(double x) {
        if (Math.abs(x) > FAR) {
            return x < 0 ? 0 : 1;
        }
        if (Math.abs(x) < NEAR) {
            return 0.5 + series(x) * density(x);
        }
        double tail = density(x) / fraction(Math.abs(x));
        return x < 0 ? tail : 1 - tail;
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }

    /** x + x³/3 + x⁵/(3·5) + ... */
    private static double series(double x) {
        double sum = 0;
        double term = x;
        for (int k = 3; sum + term != sum; k += 2) {
            sum += term;
            term *= x * x / k;
        }
        return sum;
    }

    /** x + 1/(x + 2/(x + 3/(x + ...))) */
    private static double fraction(double x) {
        double value = x;
        for (int k = TERMS; k > 0; k--) {
            value = x + k / value;
        }
        return value;
    }
}
