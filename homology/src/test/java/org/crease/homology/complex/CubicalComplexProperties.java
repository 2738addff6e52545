package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CubicalComplexProperties {

    private static double[] entries(int count, Random random) {
        int kinds = 2 + random.nextInt(20);
        return random.doubles(count)
                .map(x -> x < 0.1 ? Double.POSITIVE_INFINITY : Math.floor(kinds * x) - 3)
                .toArray();
    }

    private static void assertSubdivided(int prime, Random random, int... shape) throws InterruptedException {
        int count = 1;
        for (int length : shape) {
            count *= length;
        }
        double[] values = entries(count, random);
        assertThat(CubicalComplex.ofTopCells(values, shape).diagrams(prime).byDimension())
                .isEqualTo(Subdivision.diagrams(values, shape, false, prime));
        assertThat(CubicalComplex.ofVertices(values, shape).diagrams(prime).byDimension())
                .isEqualTo(Subdivision.diagrams(values, shape, true, prime));
    }

    @Property(tries = 50)
    void p9_lineIsItsSubdivision(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        assertSubdivided(2, random, 1 + random.nextInt(12));
    }

    @Property(tries = 50)
    void p9_imageIsItsSubdivision(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        assertSubdivided(3, random, 1 + random.nextInt(4), 1 + random.nextInt(5));
    }

    @Property(tries = 25)
    void p9_volumeIsItsSubdivision(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        int prime = random.nextBoolean() ? 2 : 3;
        assertSubdivided(prime, random, 1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3));
    }

    /** Turning a volume upside down changes the order of its axes and nothing else. */
    @Property(tries = 10)
    void p2_orderOfTheAxesDoesNotMatter(@ForAll long seed) throws InterruptedException {
        double[] values = entries(5 * 6 * 7, new Random(seed));
        double[] turned = new double[values.length];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 6; j++) {
                for (int k = 0; k < 7; k++) {
                    turned[(k * 6 + j) * 5 + i] = values[(i * 6 + j) * 7 + k];
                }
            }
        }
        assertThat(CubicalComplex.ofTopCells(turned, 7, 6, 5).diagrams(3))
                .isEqualTo(CubicalComplex.ofTopCells(values, 5, 6, 7).diagrams(3));
    }
}
