package org.crease.probes.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.metric.PointClasses;

class GluingProperties {

    /** The transitive closure of pairs, on a matrix of booleans. */
    private static boolean[][] closure(int points, List<int[]> pairs) {
        boolean[][] joined = new boolean[points][points];
        for (int i = 0; i < points; i++) {
            joined[i][i] = true;
        }
        for (int[] pair : pairs) {
            joined[pair[0]][pair[1]] = true;
            joined[pair[1]][pair[0]] = true;
        }
        for (int via = 0; via < points; via++) {
            for (int i = 0; i < points; i++) {
                for (int j = 0; j < points; j++) {
                    joined[i][j] |= joined[i][via] && joined[via][j];
                }
            }
        }
        return joined;
    }

    private static List<int[]> pairs(int points, Random random) {
        return random.ints(random.nextInt(points + 1), 0, points * points)
                .mapToObj(code -> new int[] {code / points, code % points})
                .toList();
    }

    private static Gluing gluing(int points, List<int[]> pairs) {
        Gluing gluing = new Gluing(points);
        pairs.forEach(pair -> gluing.join(pair[0], pair[1]));
        return gluing;
    }

    @Property(tries = 200)
    void isTheSmallestEquivalenceWithThePairs(@ForAll long seed) {
        Random random = new Random(seed);
        int points = 1 + random.nextInt(12);
        List<int[]> pairs = pairs(points, random);
        boolean[][] expected = closure(points, pairs);
        Gluing gluing = gluing(points, pairs);
        PointClasses classes = gluing.classes();
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                assertThat(gluing.joined(i, j)).isEqualTo(expected[i][j]);
                boolean together = i == j || (classes.classOf(i) >= 0 && classes.classOf(i) == classes.classOf(j));
                assertThat(together).isEqualTo(expected[i][j]);
            }
        }
    }

    @Property(tries = 200)
    void commonIsTheIntersectionAndJoiningTheUnion(@ForAll long seed) {
        Random random = new Random(seed);
        int points = 1 + random.nextInt(12);
        List<int[]> first = pairs(points, random);
        List<int[]> second = pairs(points, random);
        Gluing common = Gluing.common(List.of(gluing(points, first), gluing(points, second)));
        Gluing union = gluing(points, first).copy();
        union.join(gluing(points, second));
        boolean[][] inFirst = closure(points, first);
        boolean[][] inSecond = closure(points, second);
        boolean[][] inBoth =
                closure(points, Stream.concat(first.stream(), second.stream()).toList());
        for (int i = 0; i < points; i++) {
            for (int j = 0; j < points; j++) {
                assertThat(common.joined(i, j)).isEqualTo(inFirst[i][j] && inSecond[i][j]);
                assertThat(union.joined(i, j)).isEqualTo(inBoth[i][j]);
            }
        }
    }
}
