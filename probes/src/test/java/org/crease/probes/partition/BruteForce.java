package org.crease.probes.partition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crease.probes.snapshot.Activation;

/**
 * The regions of a small network by another road: all codewords, each asked for by exact rational arithmetic whether it has
 * an open set of the window. Takes 2 to the number of units; knows no subdivision, no vertex and no tolerance.
 */
final class BruteForce {
    private BruteForce() {}

    /** A rational number. */
    record Rational(BigInteger over, BigInteger under) {
        static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);

        static Rational of(double value) {
            java.math.BigDecimal decimal = new java.math.BigDecimal(value);
            return decimal.scale() > 0
                    ? reduced(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                    : reduced(decimal.toBigIntegerExact(), BigInteger.ONE);
        }

        static Rational reduced(BigInteger over, BigInteger under) {
            BigInteger gcd = over.gcd(under);
            BigInteger sign = BigInteger.valueOf(under.signum());
            return gcd.signum() == 0
                    ? ZERO
                    : new Rational(
                            over.divide(gcd).multiply(sign), under.divide(gcd).abs());
        }

        Rational plus(Rational b) {
            return reduced(over.multiply(b.under).add(b.over.multiply(under)), under.multiply(b.under));
        }

        Rational times(Rational b) {
            return reduced(over.multiply(b.over), under.multiply(b.under));
        }

        Rational minus(Rational b) {
            return plus(new Rational(b.over.negate(), b.under));
        }

        Rational by(Rational b) {
            return reduced(over.multiply(b.under), under.multiply(b.over));
        }

        int sign() {
            return over.signum();
        }
    }

    /** c + a x + b y. */
    record Affine(Rational c, Rational a, Rational b) {
        Affine plus(Affine other) {
            return new Affine(c.plus(other.c), a.plus(other.a), b.plus(other.b));
        }

        Affine times(Rational factor) {
            return new Affine(c.times(factor), a.times(factor), b.times(factor));
        }

        Rational at(Rational[] point) {
            return c.plus(a.times(point[0])).plus(b.times(point[1]));
        }
    }

    /** The codewords, by all layers, that have an open set of the window; bit u of a codeword is the u-th unit. */
    static Set<Long> codewords(DenseNetwork network, Window window) {
        Set<Long> found = new HashSet<>();
        Affine x = affine(0, 1, 0);
        Affine y = affine(0, 0, 1);
        Rational[][] corners = {
            point(window.left(), window.bottom()),
            point(window.right(), window.bottom()),
            point(window.right(), window.top()),
            point(window.left(), window.top())
        };
        search(network, 0, 0, List.of(x, y), new ArrayList<>(), corners, 0L, 0, found);
        return found;
    }

    private static Affine affine(double c, double a, double b) {
        return new Affine(Rational.of(c), Rational.of(a), Rational.of(b));
    }

    private static Rational[] point(double x, double y) {
        return new Rational[] {Rational.of(x), Rational.of(y)};
    }

    private static void search(
            DenseNetwork network,
            int layer,
            int unit,
            List<Affine> input,
            List<Affine> output,
            Rational[][] polygon,
            long word,
            int bit,
            Set<Long> found) {
        if (layer == network.layers().size()) {
            found.add(word);
            return;
        }
        DenseNetwork.Layer current = network.layers().get(layer);
        if (unit == current.bias().length) {
            search(network, layer + 1, 0, output, new ArrayList<>(), polygon, word, bit, found);
            return;
        }
        Affine value = affine(current.bias()[unit], 0, 0);
        for (int i = 0; i < input.size(); i++) {
            value = value.plus(input.get(i).times(Rational.of(current.weights()[unit][i])));
        }
        if (current.activation().kind() == Activation.Kind.IDENTITY) {
            search(network, layer, unit + 1, input, appended(output, value), polygon, word, bit, found);
            return;
        }
        Affine negative = value.times(Rational.of(-1));
        Rational[][] active = clipped(polygon, value);
        Rational[][] inactive = clipped(polygon, negative);
        if (twiceArea(active).sign() > 0 && !vanishes(polygon, value)) {
            search(network, layer, unit + 1, input, appended(output, value), active, word | 1L << bit, bit + 1, found);
        }
        if (twiceArea(inactive).sign() > 0 || vanishes(polygon, value)) {
            Affine weak = value.times(Rational.of(current.activation().slope()));
            search(network, layer, unit + 1, input, appended(output, weak), inactive, word, bit + 1, found);
        }
    }

    private static boolean vanishes(Rational[][] polygon, Affine value) {
        for (Rational[] corner : polygon) {
            if (value.at(corner).sign() != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<Affine> appended(List<Affine> values, Affine value) {
        List<Affine> longer = new ArrayList<>(values);
        longer.add(value);
        return longer;
    }

    /** The part of a convex polygon where a value is at least zero (Sutherland and Hodgman, 1974). */
    private static Rational[][] clipped(Rational[][] polygon, Affine value) {
        List<Rational[]> kept = new ArrayList<>();
        for (int k = 0; k < polygon.length; k++) {
            Rational[] a = polygon[k];
            Rational[] b = polygon[(k + 1) % polygon.length];
            Rational va = value.at(a);
            Rational vb = value.at(b);
            if (va.sign() >= 0) {
                kept.add(a);
            }
            if (va.sign() * vb.sign() < 0) {
                Rational at = va.by(va.minus(vb));
                kept.add(new Rational[] {a[0].plus(at.times(b[0].minus(a[0]))), a[1].plus(at.times(b[1].minus(a[1])))});
            }
        }
        return kept.toArray(new Rational[0][]);
    }

    private static Rational twiceArea(Rational[][] polygon) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < polygon.length; k++) {
            Rational[] a = polygon[k];
            Rational[] b = polygon[(k + 1) % polygon.length];
            sum = sum.plus(a[0].times(b[1]).minus(a[1].times(b[0])));
        }
        return sum;
    }
}
