package org.crease.trainer.sweep.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crease.probes.Array;
import org.crease.runlog.npy.Npz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranks as NumPy gives them in single precision; {@code ranks.py} beside the files made them. */
class RanksTest {

    private static Map<String, Array> stored(String name) {
        try {
            return Npz.read(Path.of(
                    Objects.requireNonNull(RanksTest.class.getResource(name)).toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Array get(Map<String, Array> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    static Stream<Integer> matrices() {
        return IntStream.range(0, stored("ranks.npz").size() / 2).boxed();
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void ranksAreThoseOfNumpy(int number) {
        Map<String, Array> arrays = stored("ranks.npz");
        Array matrix = get(arrays, "matrix_" + number);
        int rows = (int) matrix.shape()[0];
        int columns = (int) matrix.shape()[1];
        int expected = get(arrays, "rank_" + number).ints()[0];
        RankRule rule = RankRule.of(rows, columns);
        assertThat(Ranks.of(matrix.doubles(), rows, columns, rule, new Definite()))
                .isEqualTo(expected);
        assertThat(rule.rank(SingularValues.of(matrix.doubles(), rows, columns)))
                .isEqualTo(expected);
    }

    @Test
    void ranksOfComposedMapsAreThoseOfNumpyForEveryPointAndLayer() {
        Map<String, Array> arrays = stored("network.npz");
        List<RandomLayer> layers = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            Array weights = get(arrays, "weights_" + k);
            layers.add(RandomLayer.of(
                    (int) weights.shape()[0],
                    (int) weights.shape()[1],
                    weights.doubles(),
                    get(arrays, "biases_" + k).doubles()));
        }
        Array points = get(arrays, "points");
        int count = (int) points.shape()[0];
        int[] expected = get(arrays, "ranks").ints();
        for (int point = 0; point < count; point++) {
            double[] x = Arrays.copyOfRange(points.doubles(), point * 12, (point + 1) * 12);
            Codewords one = Codewords.of(layers, x, 1);
            ComposedRanks composed = new ComposedRanks(layers);
            ComposedRanks.State state = composed.begin(one.level(0).get(0).active());
            for (int layer = 0; layer < 3; layer++) {
                state = layer == 0
                        ? state
                        : composed.next(state, layer, one.level(layer).get(0).active());
                assertThat(state.rank())
                        .as("point %d, layer %d", point, layer + 1)
                        .isEqualTo(expected[layer * count + point]);
            }
        }
    }

    @Test
    void singularValuesAreThoseOfARotatedDiagonal() {
        double angle = 0.7;
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        double[] matrix = {3 * c, -1e-7 * s, 0, 3 * s, 1e-7 * c, 0};
        double[] values = SingularValues.of(matrix, 2, 3);
        assertThat(values).hasSize(2);
        assertThat(values[0]).isCloseTo(3, within(1e-14));
        assertThat(values[1]).isCloseTo(1e-7, within(1e-20));
    }

    @Test
    void rowsThatDependAreNotTakenToBeIndependent() {
        double[] weights = {1, 2, 3, 2, 4, 6, 0, 1, 0, 1, 3, 3};
        LayerRanks ranks = new LayerRanks(RandomLayer.of(4, 3, weights, new double[4]));
        assertThat(ranks.rank(new int[] {0, 1})).isEqualTo(1);
        assertThat(ranks.rank(new int[] {0, 2})).isEqualTo(2);
        assertThat(ranks.rank(new int[] {0, 1, 2, 3})).isEqualTo(2);
        assertThat(ranks.rank(new int[] {})).isZero();
    }

    /** Against the ranks of all codewords, one by one. */
    @Test
    void smallestAndLargestAreThoseOfAllCodewords() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 200; trial++) {
            int units = 1 + random.nextInt(12);
            int inputs = 1 + random.nextInt(8);
            double[] weights = random.doubles((long) units * inputs, -1, 1).toArray();
            if (units > 2) {
                System.arraycopy(weights, 0, weights, inputs, inputs);
            }
            RandomLayer layer = RandomLayer.of(units, inputs, weights, new double[units]);
            double[] points = random.doubles(30L * inputs, -1, 1).toArray();
            List<Codewords.Group> groups =
                    Codewords.of(List.of(layer), points, 30).level(0);
            LayerRanks ranks = new LayerRanks(layer);
            int[] all = groups.stream()
                    .mapToInt(group -> Ranks.of(
                            ranks.rows(group.active()),
                            group.active().length,
                            inputs,
                            RankRule.of(units, inputs),
                            new Definite()))
                    .toArray();
            assertThat(RankRange.smallest(new LayerRanks(layer), groups))
                    .isEqualTo(Arrays.stream(all).min().orElseThrow());
            assertThat(RankRange.largest(new LayerRanks(layer), inputs, groups))
                    .isEqualTo(Arrays.stream(all).max().orElseThrow());
        }
    }
}
