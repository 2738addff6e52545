package org.crease.homology.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crease.homology.distance.Gudhi.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exact distances are GUDHI's. */
class GudhiTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static List<Pair> pairs(double order, double norm, int bars) {
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < 12; k++) {
            pairs.add(new Pair(
                    order,
                    norm,
                    Figures.random(bars + 3 * k, k % 3, 2L * k),
                    Figures.random(bars + 20 - k, k == 7 ? 0 : k % 3, 2L * k + 1)));
        }
        return pairs;
    }

    @Test
    void bottleneckEqualsGudhis() throws IOException, InterruptedException {
        List<Pair> pairs = pairs(INF, INF, 50);
        double[] theirs = Gudhi.distances(pairs, folder);
        for (int k = 0; k < theirs.length; k++) {
            assertThat(new BottleneckDistance()
                            .between(pairs.get(k).a(), pairs.get(k).b()))
                    .isEqualTo(theirs[k]);
        }
    }

    @Test
    void wassersteinEqualsHeras() throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>(pairs(1, INF, 40));
        pairs.addAll(pairs(2, 2, 30));
        pairs.addAll(pairs(3, 1, 20));
        double[] theirs = Gudhi.distances(pairs, folder);
        for (int k = 0; k < theirs.length; k++) {
            Pair pair = pairs.get(k);
            double ours = WassersteinDistance.ofOrder(pair.order())
                    .withInnerNorm(pair.norm())
                    .between(pair.a(), pair.b());
            if (Double.isInfinite(theirs[k])) {
                assertThat(ours).isEqualTo(INF);
            } else {
                assertThat(ours).isCloseTo(theirs[k], within(2e-9 * theirs[k]));
            }
        }
    }
}
