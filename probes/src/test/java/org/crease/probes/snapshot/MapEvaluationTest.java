package org.crease.probes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.crease.probes.snapshot.LayerMap.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Against the definitions of {@link LayerMap}, written as loops. */
class MapEvaluationTest {
    private static final int IMAGES = 2;
    private static final int CHANNELS = 3;
    private static final int OUTPUTS = 4;
    private static final int HEIGHT = 6;
    private static final int WIDTH = 5;

    static List<Window> windows() {
        return List.of(
                new Window(new int[] {3, 3}, new int[] {1, 1}, new int[] {0, 0}, new int[] {4, 3}),
                new Window(new int[] {3, 2}, new int[] {2, 1}, new int[] {1, 0}, new int[] {3, 5}),
                new Window(new int[] {2, 2}, new int[] {2, 2}, new int[] {0, 0}, new int[] {3, 2}),
                new Window(new int[] {2, 2}, new int[] {2, 2}, new int[] {0, 0}, new int[] {3, 3}),
                new Window(new int[] {3, 3}, new int[] {1, 1}, new int[] {1, 1}, new int[] {6, 5}));
    }

    private static INDArray random(long seed, long... shape) {
        Random random = new Random(seed);
        INDArray array = Nd4j.zeros(shape);
        for (long k = 0; k < array.length(); k++) {
            array.putScalar(k, (float) random.nextGaussian());
        }
        return array;
    }

    private interface Inside {
        void at(int y, int x, int ky, int kx);
    }

    private static void positions(Window window, int oy, int ox, Inside inside) {
        for (int ky = 0; ky < window.kernel()[0]; ky++) {
            for (int kx = 0; kx < window.kernel()[1]; kx++) {
                int y = oy * window.stride()[0] + ky - window.padding()[0];
                int x = ox * window.stride()[1] + kx - window.padding()[1];
                if (y >= 0 && y < HEIGHT && x >= 0 && x < WIDTH) {
                    inside.at(y, x, ky, kx);
                }
            }
        }
    }

    private interface Expected {
        double at(int image, int channel, int y, int x);
    }

    private static void assertImage(INDArray actual, int channels, Window window, Expected expected) {
        assertThat(actual.shape()).containsExactly(IMAGES, channels, window.output()[0], window.output()[1]);
        for (int n = 0; n < IMAGES; n++) {
            for (int c = 0; c < channels; c++) {
                for (int y = 0; y < window.output()[0]; y++) {
                    for (int x = 0; x < window.output()[1]; x++) {
                        assertThat(actual.getDouble(n, c, y, x)).isCloseTo(expected.at(n, c, y, x), within(1e-5));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("windows")
    void convolutionIsCrossCorrelation(Window window) {
        INDArray x = random(1, IMAGES, CHANNELS, HEIGHT, WIDTH);
        INDArray w = random(2, OUTPUTS, CHANNELS, window.kernel()[0], window.kernel()[1]);
        INDArray b = random(3, OUTPUTS);
        INDArray actual = MapEvaluation.apply(new LayerMap.Convolution(w, b, window), List.of(x));
        assertImage(actual, OUTPUTS, window, (n, o, oy, ox) -> {
            double[] sum = {b.getDouble(o)};
            for (int channel = 0; channel < CHANNELS; channel++) {
                int c = channel;
                positions(
                        window,
                        oy,
                        ox,
                        (y, xx, ky, kx) -> sum[0] += x.getDouble(n, c, y, xx) * w.getDouble(o, c, ky, kx));
            }
            return sum[0];
        });
    }

    @ParameterizedTest
    @MethodSource("windows")
    void maxPoolingIsTheLargestInside(Window window) {
        INDArray x = random(4, IMAGES, CHANNELS, HEIGHT, WIDTH).subi(5);
        INDArray actual = MapEvaluation.apply(new LayerMap.MaxPooling(window), List.of(x));
        assertImage(actual, CHANNELS, window, (n, c, oy, ox) -> {
            double[] most = {Double.NEGATIVE_INFINITY};
            positions(window, oy, ox, (y, xx, ky, kx) -> most[0] = Math.max(most[0], x.getDouble(n, c, y, xx)));
            return most[0];
        });
    }

    @ParameterizedTest
    @MethodSource("windows")
    void averagePoolingIsTheMeanInside(Window window) {
        INDArray x = random(5, IMAGES, CHANNELS, HEIGHT, WIDTH);
        INDArray actual = MapEvaluation.apply(new LayerMap.AveragePooling(window), List.of(x));
        assertImage(actual, CHANNELS, window, (n, c, oy, ox) -> {
            double[] sum = {0, 0};
            positions(window, oy, ox, (y, xx, ky, kx) -> {
                sum[0] += x.getDouble(n, c, y, xx);
                sum[1]++;
            });
            return sum[0] / sum[1];
        });
    }

    @Test
    void denseIsXTimesWPlusB() {
        INDArray x = Nd4j.create(new float[][] {{1, 2}, {3, 4}});
        INDArray w = Nd4j.create(new float[][] {{1, 0, 2}, {0, 1, 3}}).dup('f');
        INDArray b = Nd4j.create(new float[] {10, 20, 30});
        assertThat(MapEvaluation.apply(new LayerMap.Dense(w, b), List.of(x))).isEqualTo(Nd4j.create(new float[][] {
            {11, 22, 38}, {13, 24, 48}
        }));
        assertThat(MapEvaluation.apply(new LayerMap.Dense(w, null), List.of(x))).isEqualTo(Nd4j.create(new float[][] {
            {1, 2, 8}, {3, 4, 18}
        }));
    }

    @Test
    void denseFlattensImagesInRowMajorOrder() {
        INDArray x = random(10, IMAGES, CHANNELS, HEIGHT, WIDTH).dup('f');
        INDArray w = random(11, CHANNELS * HEIGHT * WIDTH, OUTPUTS);
        INDArray value = MapEvaluation.apply(new LayerMap.Dense(w, null), List.of(x));
        assertThat(value.shape()).containsExactly(IMAGES, OUTPUTS);
        for (int n = 0; n < IMAGES; n++) {
            for (int o = 0; o < OUTPUTS; o++) {
                double sum = 0;
                for (int i = 0; i < CHANNELS * HEIGHT * WIDTH; i++) {
                    int y = i / WIDTH % HEIGHT;
                    sum += x.getDouble(n, i / (HEIGHT * WIDTH), y, i % WIDTH) * w.getDouble(i, o);
                }
                assertThat(value.getDouble(n, o)).isCloseTo(sum, within(1e-4));
            }
        }
    }

    @Test
    void opaqueLayersHaveNoValues() {
        INDArray x = random(12, 2, 2);
        assertThatThrownBy(() -> MapEvaluation.apply(new LayerMap.Opaque("MergeVertex"), List.of(x, x)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no description of a layer of kind MergeVertex to compute its values from");
    }

    @Test
    void scalingIsByChannel() {
        INDArray scale = Nd4j.create(new float[] {2, 3, 4});
        INDArray shift = Nd4j.create(new float[] {1, 0, -1});
        INDArray x = random(6, IMAGES, CHANNELS, HEIGHT, WIDTH);
        INDArray image = MapEvaluation.apply(new LayerMap.Scaling(scale, shift), List.of(x));
        assertThat(image.getDouble(1, 2, 3, 4)).isCloseTo(4 * x.getDouble(1, 2, 3, 4) - 1, within(1e-5));
        INDArray rows = MapEvaluation.apply(new LayerMap.Scaling(scale, shift), List.of(Nd4j.create(new float[][] {
            {1, 1, 1}, {0, 1, 2}
        })));
        assertThat(rows).isEqualTo(Nd4j.create(new float[][] {{3, 3, 3}, {1, 3, 7}}));
    }

    @Test
    void additionSumsAllInputs() {
        INDArray x = Nd4j.create(new float[][] {{1, 2}});
        INDArray y = Nd4j.create(new float[][] {{10, 20}});
        assertThat(MapEvaluation.apply(new LayerMap.Addition(), List.of(x, y, y)))
                .isEqualTo(Nd4j.create(new float[][] {{21, 42}}));
        assertThat(x).isEqualTo(Nd4j.create(new float[][] {{1, 2}}));
    }

    @Test
    void flatteningKeepsRowMajorOrder() {
        INDArray x = random(7, IMAGES, CHANNELS, HEIGHT, WIDTH);
        INDArray flat = MapEvaluation.apply(new LayerMap.Flatten(), List.of(x));
        assertThat(flat.shape()).containsExactly(IMAGES, CHANNELS * HEIGHT * WIDTH);
        assertThat(flat.getDouble(1, (2 * HEIGHT + 3) * WIDTH + 4)).isEqualTo(x.getDouble(1, 2, 3, 4));
    }

    @Test
    void identityIsTheInput() {
        INDArray x = random(8, 2, 2);
        assertThat(MapEvaluation.apply(new LayerMap.Identity(), List.of(x))).isSameAs(x);
    }

    @Test
    void wrongNumberOfInputsIsRefused() {
        INDArray x = random(9, 2, 2);
        assertThatThrownBy(() -> MapEvaluation.apply(new LayerMap.Identity(), List.of(x, x)))
                .hasMessage("Identity has 2 inputs; it takes one");
    }
}
