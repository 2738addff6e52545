package org.crease.homology.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.metric.QuotientMetric.Rule;

/** Against the definition, step by step on the whole matrix and with all ways looked at. */
class QuotientMetricProperties {

    @Property(tries = 300)
    void nearestMembersAndAllWays(@ForAll long seed) throws InterruptedException {
        checkAgainstDefinition(Rule.MIN, new Random(seed), 0);
    }

    @Property(tries = 300)
    void meansOfMembersAndAllWays(@ForAll long seed) throws InterruptedException {
        checkAgainstDefinition(Rule.MEAN, new Random(seed), 1e-5);
    }

    private static void checkAgainstDefinition(Rule rule, Random random, double tolerance) throws InterruptedException {
        int size = 1 + random.nextInt(12);
        boolean metric = random.nextBoolean();
        double[][] distances = distances(size, random);
        if (metric) {
            close(distances);
        }
        PointClasses classes = classes(size, random);
        QuotientMetric quotientMetric =
                metric ? QuotientMetric.by(rule) : QuotientMetric.by(rule).ofAnySpace();
        Quotient quotient = quotientMetric.of(FiniteMetricSpace.of(size, (i, j) -> distances[i][j]), classes);
        double[][] expected = quotient(distances, classes, rule);
        int[] kept = quotient.representatives();
        for (int i = 0; i < kept.length; i++) {
            for (int j = 0; j < kept.length; j++) {
                double actual = quotient.distances().distance(i, j);
                if (Double.isInfinite(expected[kept[i]][kept[j]])) {
                    assertThat(actual).isInfinite();
                } else {
                    assertThat(actual).isCloseTo(expected[kept[i]][kept[j]], within(tolerance));
                }
            }
        }
        for (int point = 0; point < size; point++) {
            int place = quotient.pointOf(point);
            assertThat(classes.classOf(kept[place])).isEqualTo(classes.classOf(point));
            assertThat(classes.classOf(point) >= 0 || kept[place] == point).isTrue();
        }
    }

    private static double[][] distances(int size, Random random) {
        double[][] distances = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = random.nextInt(8) == 0 ? Double.POSITIVE_INFINITY : 1 + random.nextInt(20);
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    private static PointClasses classes(int size, Random random) {
        int count = random.nextInt(4);
        List<List<Integer>> members = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            members.add(new ArrayList<>());
        }
        for (int point = 0; point < size; point++) {
            int number = random.nextInt(count + 1);
            if (number < count) {
                members.get(number).add(point);
            }
        }
        return PointClasses.of(
                size,
                members.stream()
                        .filter(points -> !points.isEmpty())
                        .map(points -> points.stream().mapToInt(i -> i).toArray())
                        .toArray(int[][]::new));
    }

    /** The distances between all points, those of a class being equal: class after class, then all ways. */
    private static double[][] quotient(double[][] distances, PointClasses classes, Rule rule) {
        int size = distances.length;
        double[][] glued = new double[size][];
        for (int i = 0; i < size; i++) {
            glued[i] = distances[i].clone();
        }
        for (int k = 0; k < classes.count(); k++) {
            int[] members = classes.members(k);
            for (int point = 0; point < size; point++) {
                double least = Double.POSITIVE_INFINITY;
                double sum = 0;
                for (int member : members) {
                    least = Math.min(least, glued[point][member]);
                    sum += glued[point][member];
                }
                double distance = classes.classOf(point) == k ? 0 : rule == Rule.MIN ? least : sum / members.length;
                for (int member : members) {
                    glued[point][member] = distance;
                    glued[member][point] = distance;
                }
            }
        }
        int[] kept = Quotient.representatives(classes);
        for (int step : kept) {
            for (int i : kept) {
                for (int j : kept) {
                    glued[i][j] = Math.min(glued[i][j], glued[i][step] + glued[step][j]);
                }
            }
        }
        return glued;
    }

    private static void close(double[][] distances) {
        int size = distances.length;
        for (int step = 0; step < size; step++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    distances[i][j] = Math.min(distances[i][j], distances[i][step] + distances[step][j]);
                }
            }
        }
    }
}
