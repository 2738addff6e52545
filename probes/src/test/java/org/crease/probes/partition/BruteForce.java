package org.crease.probes.partition;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crease.probes.snapshot.Activation;

/**
 * The regions of a small network by another road: all codewords and all winners of max pooling, each asked for by exact
 * rational arithmetic whether it has an open set of the window. Takes 2 to the number of units; knows no subdivision, no vertex and no tolerance.
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
        List<PooledNetwork.Stage> stages = network.layers().stream()
                .map(layer ->
                        new PooledNetwork.Stage("", layer.weights(), layer.bias(), layer.activation(), new int[0][]))
                .toList();
        return codes(stages, Plane.of(window)).stream()
                .map(code -> {
                    long word = 0;
                    for (int bit = 0; bit < code.size(); bit++) {
                        word |= (long) code.get(bit) << bit;
                    }
                    return word;
                })
                .collect(Collectors.toSet());
    }

    /**
     * The codes that have an open set of the window: for each unit that switches 1 where it is active and 0 where not, for each
     * window the input unit that wins, the first on ties.
     */
    static Set<List<Integer>> codes(List<PooledNetwork.Stage> stages, Plane plane) {
        Set<List<Integer>> found = new HashSet<>();
        List<Affine> input = new ArrayList<>();
        for (int i = 0; i < plane.features(); i++) {
            input.add(affine(plane.origin()[i], plane.first()[i], plane.second()[i]));
        }
        Window window = plane.window();
        Rational[][] corners = {
            point(window.left(), window.bottom()),
            point(window.right(), window.bottom()),
            point(window.right(), window.top()),
            point(window.left(), window.top())
        };
        search(stages, 0, input, List.of(), corners, List.of(), found);
        return found;
    }

    private static Affine affine(double c, double a, double b) {
        return new Affine(Rational.of(c), Rational.of(a), Rational.of(b));
    }

    private static Rational[] point(double x, double y) {
        return new Rational[] {Rational.of(x), Rational.of(y)};
    }

    /** Goes through the units of a stage, those in {@code output} being done. */
    private static void search(
            List<PooledNetwork.Stage> stages,
            int position,
            List<Affine> input,
            List<Affine> output,
            Rational[][] polygon,
            List<Integer> code,
            Set<List<Integer>> found) {
        if (position == stages.size()) {
            found.add(code);
            return;
        }
        PooledNetwork.Stage stage = stages.get(position);
        int unit = output.size();
        if (unit == Math.max(stage.rows().length, stage.windows().length)) {
            search(stages, position + 1, output, List.of(), polygon, code, found);
        } else if (stage.windows().length > 0) {
            int[] window = stage.windows()[unit];
            for (int winner : window) {
                Rational[][] part = won(polygon, input, window, winner);
                if (twiceArea(part).sign() > 0) {
                    List<Affine> values = appended(output, input.get(winner));
                    search(stages, position, input, values, part, appended(code, winner), found);
                }
            }
        } else {
            Affine value = affine(stage.bias()[unit], 0, 0);
            for (int i = 0; i < input.size(); i++) {
                value = value.plus(input.get(i).times(Rational.of(stage.rows()[unit][i])));
            }
            branch(stages, position, input, output, polygon, code, found, value);
        }
    }

    /** The part of a polygon on which a candidate is above those before it and not below those behind. */
    private static Rational[][] won(Rational[][] polygon, List<Affine> input, int[] window, int winner) {
        Rational[][] part = polygon;
        for (int other : window) {
            Affine lead = input.get(winner).plus(input.get(other).times(Rational.of(-1)));
            part = other < winner && vanishes(part, lead) ? new Rational[0][] : clipped(part, lead);
        }
        return part;
    }

    private static void branch(
            List<PooledNetwork.Stage> stages,
            int position,
            List<Affine> input,
            List<Affine> output,
            Rational[][] polygon,
            List<Integer> code,
            Set<List<Integer>> found,
            Affine value) {
        Activation activation = stages.get(position).activation();
        if (activation.kind() == Activation.Kind.IDENTITY) {
            search(stages, position, input, appended(output, value), polygon, code, found);
            return;
        }
        Rational[][] active = clipped(polygon, value);
        Rational[][] inactive = clipped(polygon, value.times(Rational.of(-1)));
        boolean zero = vanishes(polygon, value);
        if (twiceArea(active).sign() > 0 && !zero) {
            search(stages, position, input, appended(output, value), active, appended(code, 1), found);
        }
        if (twiceArea(inactive).sign() > 0 || zero) {
            Affine weak = value.times(Rational.of(activation.slope()));
            search(stages, position, input, appended(output, weak), inactive, appended(code, 0), found);
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

    private static <T> List<T> appended(List<T> values, T value) {
        List<T> longer = new ArrayList<>(values);
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
