package org.crease.homology.complex;

import java.math.BigInteger;

/**
 * Points whose coordinates are also at hand as integers, all in one unit, the largest power of two that divides them: what
 * cannot be told in double precision is computed with those. Where the coordinates are small integers in that unit, as in a
 * lattice, double precision makes no error and need not be doubted.
 */
final class ExactPoints {
    private static final double EXACT = 0x1p53;

    private final int dimension;
    private final double[] coordinates;
    private final int unit; // exponent
    private final double range; // the largest difference of two coordinates, in units

    /** Over coordinates row after row, finite. */
    ExactPoints(double[] coordinates, int dimension) {
        this.coordinates = coordinates;
        this.dimension = dimension;
        int least = Integer.MAX_VALUE;
        for (double coordinate : coordinates) {
            if (coordinate != 0) {
                long mantissa = mantissa(coordinate);
                least = Math.min(least, exponent(coordinate) + Long.numberOfTrailingZeros(mantissa));
            }
        }
        unit = least == Integer.MAX_VALUE ? 0 : least;
        range = Math.scalb(largestDifference(), -unit);
    }

    private double largestDifference() {
        double largest = 0;
        for (int axis = 0; axis < dimension; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int point = 0; point < size(); point++) {
                low = Math.min(low, coordinate(point, axis));
                high = Math.max(high, coordinate(point, axis));
            }
            largest = Math.max(largest, high - low);
        }
        return largest;
    }

    private static long mantissa(double number) {
        long bits = Double.doubleToLongBits(number);
        long fraction = bits & ((1L << 52) - 1);
        return ((bits >> 52) & 0x7FF) == 0 ? fraction : fraction | (1L << 52);
    }

    private static int exponent(double number) {
        return Math.max(Math.getExponent(number), Double.MIN_EXPONENT) - 52;
    }

    int dimension() {
        return dimension;
    }

    int size() {
        return coordinates.length / dimension;
    }

    double coordinate(int point, int axis) {
        return coordinates[point * dimension + axis];
    }

    /** The exponent of the unit that {@link #difference} counts in. */
    int unit() {
        return unit;
    }

    /** Whether a polynomial in differences of coordinates, with terms of this total weight, is free of rounding. */
    boolean isFreeOfRounding(int degree, double weight) {
        return weight * Math.pow(range, degree) < EXACT;
    }

    /** The coordinates of a point less those of another, in units. */
    BigInteger[] difference(int point, int origin) {
        BigInteger[] difference = new BigInteger[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            difference[axis] = integer(coordinate(point, axis)).subtract(integer(coordinate(origin, axis)));
        }
        return difference;
    }

    private BigInteger integer(double number) {
        if (number == 0) {
            return BigInteger.ZERO;
        }
        // an integer number of units, although the mantissa alone may reach below one
        BigInteger magnitude = BigInteger.valueOf(mantissa(number)).shiftLeft(exponent(number) - unit);
        return number < 0 ? magnitude.negate() : magnitude;
    }
}
