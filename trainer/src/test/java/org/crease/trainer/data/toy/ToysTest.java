package org.crease.trainer.data.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.crease.runlog.storage.Digests;
import org.crease.trainer.config.DataConfig;
import org.crease.trainer.config.DataConfig.Shape;
import org.crease.trainer.data.source.DataException;
import org.crease.trainer.data.source.Source;
import org.crease.trainer.data.source.Truth;
import org.crease.trainer.seed.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The points satisfy the equations of their shapes, written here in implicit form. */
class ToysTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final int POINTS = 900;

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aSeedGivesThePointsAndAnotherSeedGivesOthers(Shape shape) {
        double[] once = points(make(shape));
        assertThat(points(make(shape)))
                .isEqualTo(once)
                .hasSize(POINTS * (int) make(shape).shape()[0]);
        if (shape != Shape.NAITZAT_D3) {
            assertThat(points(Toys.make(plain(shape, POINTS), new Streams(2).random("data"))))
                    .isNotEqualTo(once);
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void d3_onePointIsMade(Shape shape) {
        Source one = Toys.make(plain(shape, 1), new Streams(1).random("data"));
        assertThat(one.train().size()).isEqualTo(1);
        assertThat(points(one)).doesNotContain(Double.NaN);
    }

    @Test
    void x1_everyPlatformDrawsTheSamePoints() {
        ByteBuffer bytes = ByteBuffer.allocate(1 << 20);
        for (Shape shape : Shape.values()) {
            for (double x : points(make(new DataConfig.Toy(shape, POINTS, 0.1, null, null, null)))) {
                bytes.putDouble(x);
            }
        }
        // The same on JDK 17 and 25; a change here changes every run on a made shape.
        assertThat(Digests.sha256(bytes.array()))
                .isEqualTo("b1e484d66bbb6c1ed2a797efcfaf541e6c63b4c44905ddee91a228e48d041b90");
    }

    @Test
    void pointsSatisfyTheImplicitEquations() {
        assertZero(Shape.CIRCLE, x -> sq(x[0]) + sq(x[1]) - 1);
        assertZero(Shape.SPHERE, x -> sq(x[0]) + sq(x[1]) + sq(x[2]) - 1);
        assertZero(Shape.TORUS, x -> sq(Math.hypot(x[0], x[1]) - 1) + sq(x[2]) - 0.25);
        assertZero(Shape.FLAT_TORUS, x -> Math.abs(sq(x[0]) + sq(x[1]) - 1) + Math.abs(sq(x[2]) + sq(x[3]) - 1));
        assertZero(Shape.KLEIN_BOTTLE, x -> sq(Math.hypot(x[0], x[1]) - 2) + sq(x[2]) + sq(x[3]) - 1);
        assertZero(Shape.SWISS_ROLL, x -> {
            double t = Math.hypot(x[0], x[2]);
            return Math.abs(t * Math.cos(t) - x[0]) + Math.abs(t * Math.sin(t) - x[2]);
        });
    }

    @Test
    void theKleinBottlesFibreTurnsHalfAsFast() {
        assertZero(Shape.KLEIN_BOTTLE, x -> {
            double base = Math.atan2(x[1], x[0]);
            double fibre = Math.atan2(x[3], x[2]);
            return (sq(x[2]) + sq(x[3])) * (1 - Math.cos(base - 2 * fibre));
        });
    }

    @Test
    void theTorusIsEvenByArea() {
        double[] x = points(Toys.make(plain(Shape.TORUS, 20000), new Streams(1).random("data")));
        long outer = 0;
        for (int i = 0; i < x.length; i += 3) {
            outer += Math.hypot(x[i], x[i + 1]) > 1 ? 1 : 0;
        }
        // By Pappus the outer half has the share 1/2 + r/(πR) of the area.
        assertThat(outer / 20000.0).isCloseTo(0.5 + 0.5 / Math.PI, within(0.012));
    }

    @Test
    void moonsCirclesAndArmsAreLabelled() {
        Source moons = make(Shape.TWO_MOONS);
        each(
                moons,
                (x, part) -> part == 0
                        ? Math.abs(Math.hypot(x[0], x[1]) - 1) + Math.min(0, x[1])
                        : Math.abs(Math.hypot(x[0] - 1, x[1] - 0.5) - 1) + Math.max(0, x[1] - 0.5));
        Source circles = make(new DataConfig.Toy(Shape.CONCENTRIC_CIRCLES, POINTS, 0, 3, null, null));
        each(circles, (x, part) -> Math.hypot(x[0], x[1]) - (part + 1));
        assertThat(counts(circles)).containsExactly(300, 300, 300);
        Source spirals = make(new DataConfig.Toy(Shape.SPIRALS, POINTS, 0, 3, null, null));
        each(spirals, (x, part) -> {
            double s = Math.hypot(x[0], x[1]) / 6.5;
            double angle = 6.5 * Math.PI * (1 - s) + 2 * Math.PI * part / 3;
            return Math.abs(
                    Math.atan2(Math.sin(angle - Math.atan2(x[0], x[1])), Math.cos(angle - Math.atan2(x[0], x[1]))));
        });
    }

    @Test
    void aPlanarCurveWithoutRadialTurningIsTheCircle() {
        Source curve = make(new DataConfig.Toy(Shape.PLANAR_CURVE, POINTS, 0, null, 0.0, 1.0));
        each(curve, (x, part) -> Math.hypot(x[0], x[1]) - 1);
        assertThat(curve.truth()).isNull();
    }

    @Test
    void discsHaveTheirRadiusAndMargin() {
        Source discs = Toys.make(plain(Shape.NAITZAT_D1, 10000), new Streams(1).random("data"));
        assertThat(counts(discs)[0] / 10000.0)
                .isCloseTo(9 * Math.PI * 1.69 / (400 - 9 * Math.PI * (3.24 - 1.69)), within(0.01));
        each(discs, (x, part) -> {
            double nearest = Math.hypot(x[0], x[1]);
            for (int k = 0; k < 8; k++) {
                nearest = Math.min(
                        nearest,
                        Math.hypot(x[0] - 7 * Math.cos(k * Math.PI / 4), x[1] - 7 * Math.sin(k * Math.PI / 4)));
            }
            return part == 0 ? Math.max(0, nearest - 1.3) : Math.max(0, 1.8 - nearest);
        });
    }

    @Test
    void shellsLieAroundTheirCentres() {
        Source shells = Toys.make(plain(Shape.NAITZAT_D3, 47250), new Streams(1).random("data"));
        assertThat(counts(shells)).containsExactly(2 * 9 * 1050, 3 * 9 * 1050);
        double scale = 5.05;
        each(shells, (x, part) -> {
            double best = Double.MAX_VALUE;
            double[] radii = part == 0 ? new double[] {1, 1.05} : new double[] {2, 2.05, 0.5};
            for (int c = 0; c < 9; c++) {
                double[] y = {x[0] * scale - centre(c, 0), x[1] * scale - centre(c, 1), x[2] * scale - centre(c, 2)};
                for (double radius : radii) {
                    best = Math.min(best, Math.abs(Math.sqrt(sq(y[0]) + sq(y[1]) + sq(y[2])) - radius));
                }
            }
            return best < 0.01 ? 0 : best;
        });
    }

    @Test
    void ringsOfAClassAreNineAndFillTheCube() {
        Source rings = Toys.make(plain(Shape.NAITZAT_D2, 36000), new Streams(1).random("data"));
        assertThat(counts(rings)).containsExactly(18000, 18000);
        assertThat(Arrays.stream(points(rings)).map(Math::abs).max().orElseThrow())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "CIRCLE, 1 1",
        "SPHERE, 1 0 1",
        "TORUS, 1 2 1",
        "FLAT_TORUS, 1 2 1",
        "SWISS_ROLL, 1 0 0",
        "TWO_MOONS, 2 0",
        "CONCENTRIC_CIRCLES, 2 2",
        "SPIRALS, 2 0",
        "NAITZAT_D1, 10 9",
        "NAITZAT_D2, 18 18 0",
        "NAITZAT_D3, 27 0 27"
    })
    void bettiNumbersAddUpOverTheClasses(Shape shape, String expected) {
        Truth truth = truth(make(shape));
        int[] numbers =
                Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
        for (int dimension = 0; dimension < 4; dimension++) {
            int at = dimension;
            int number = at < numbers.length ? numbers[at] : 0;
            assertThat(truth.whole().number(at, 2)).isEqualTo(number);
            assertThat(truth.whole().number(at, 3)).isEqualTo(number);
            if (!truth.classes().isEmpty()) {
                assertThat(truth.classes().stream()
                                .mapToInt(b -> b.number(at, 2))
                                .sum())
                        .isEqualTo(number);
            }
        }
    }

    @Test
    void theKleinBottleHasTorsion() {
        Truth truth = truth(make(Shape.KLEIN_BOTTLE));
        assertThat(truth.whole().over(2)).containsExactly(1, 2, 1);
        assertThat(truth.whole().over(3)).containsExactly(1, 1, 0);
    }

    @Test
    void noiseMovesPointsByItsDeviation() {
        Source noisy = Toys.make(
                new DataConfig.Toy(Shape.FLAT_TORUS, 20000, 0.1, null, null, null), new Streams(1).random("data"));
        double[] clean = points(Toys.make(plain(Shape.FLAT_TORUS, 20000), new Streams(1).random("data")));
        double[] moved = points(noisy);
        double squares = 0;
        for (int i = 0; i < clean.length; i++) {
            squares += sq(moved[i] - clean[i]);
        }
        assertThat(Math.sqrt(squares / clean.length)).isCloseTo(0.1, within(0.002));
        assertThat(noisy.notes()).isNotEmpty();
    }

    @Test
    void aSettingOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> make(new DataConfig.Toy(Shape.CIRCLE, 10, 0, 3, null, null)))
                .isInstanceOf(DataException.class)
                .hasMessage("task.data.toy.parts: circle has no such setting, only concentric-circles and spirals has");
        assertThatThrownBy(() -> make(new DataConfig.Toy(Shape.SPIRALS, 10, 0, 3, 1.0, null)))
                .hasMessageContaining("task.data.toy.a");
    }

    private interface Residual {
        double of(double[] x, int part);
    }

    private static void each(Source source, Residual residual) {
        double[] x = new double[(int) source.shape()[0]];
        int[] classes = source.train().classes();
        for (int i = 0; i < source.train().size(); i++) {
            source.train().inputs().copy(i, x);
            assertThat(residual.of(x, classes == null ? -1 : classes[i])).isCloseTo(0, EXACT);
        }
    }

    private static void assertZero(Shape shape, ToDoubleFunction<double[]> equation) {
        each(make(shape), (x, part) -> equation.applyAsDouble(x));
    }

    private static double centre(int index, int axis) {
        return index == 8 ? 0 : 3 * (((index >> axis) & 1) * 2 - 1);
    }

    private static int[] counts(Source source) {
        int[] counts = new int[source.classNames().size()];
        int[] classes = Objects.requireNonNull(source.train().classes());
        for (int part : classes) {
            counts[part]++;
        }
        return counts;
    }

    private static Truth truth(Source source) {
        return Objects.requireNonNull(source.truth());
    }

    private static double[] points(Source source) {
        int width = source.train().inputs().width();
        double[] all = new double[source.train().size() * width];
        double[] row = new double[width];
        for (int i = 0; i < source.train().size(); i++) {
            source.train().inputs().copy(i, row);
            System.arraycopy(row, 0, all, i * width, width);
        }
        return all;
    }

    private static Source make(Shape shape) {
        return make(plain(shape, POINTS));
    }

    private static Source make(DataConfig.Toy config) {
        return Toys.make(config, new Streams(1).random("data"));
    }

    private static DataConfig.Toy plain(Shape shape, int points) {
        return new DataConfig.Toy(shape, points, 0, null, null, null);
    }

    private static double sq(double x) {
        return x * x;
    }
}
