package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crease.homology.diagram.Diagrams;

class SimplicialHomologyProperties {

    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(2, 3, 5);
    }

    private static double[] values(FilteredComplex complex, FilteredComplex part) {
        Set<Double> values = new HashSet<>();
        for (int k = 0; k < complex.size(); k++) {
            values.add(complex.value(k));
        }
        for (int k = 0; k < part.size(); k++) {
            values.add(part.value(k));
        }
        return values.stream().mapToDouble(v -> v).sorted().toArray();
    }

    private static void assertRanks(Diagrams diagrams, FilteredComplex complex, FilteredComplex part, int prime) {
        RankFunction ranks = new RankFunction(complex, part, prime);
        double[] values = values(complex, part);
        for (int dimension = 0; dimension <= complex.dimension(); dimension++) {
            for (int s = 0; s < values.length; s++) {
                for (int t = s; t < values.length; t++) {
                    assertThat(RankFunction.rank(diagrams.of(dimension), values[s], values[t]))
                            .isEqualTo(ranks.rank(dimension, values[s], values[t]));
                }
            }
        }
    }

    @Property(tries = 150)
    void p9_ranksAreThoseOfLinearAlgebra(@ForAll long seed, @ForAll("primes") int prime) throws InterruptedException {
        Random random = new Random(seed);
        FilteredComplex complex = Complexes.random(6, random.nextInt(9), 3, random);
        assertRanks(SimplicialHomology.over(prime).diagrams(complex), complex, RankFunction.nothing(), prime);
    }

    @Property(tries = 150)
    void p9_relativeRanksAreThoseOfQuotientChains(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        Random random = new Random(seed);
        FilteredComplex complex = Complexes.random(6, 1 + random.nextInt(8), 3, random);
        FilteredComplex part = Complexes.randomPart(complex, random.nextInt(5), random);
        assertRanks(SimplicialHomology.over(prime).diagrams(complex, part), complex, part, prime);
    }

    @Property(tries = 20)
    void p8_torsionAddsToAProjectivePlaneInAnyFiltration(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FilteredComplex.Builder builder = FilteredComplex.builder();
        List<int[]> faces = new ArrayList<>();
        Arrays.stream(Complexes.projectivePlane()).forEach(facet -> faces.addAll(Complexes.faces(facet)));
        FilteredComplex flat = Complexes.of(Complexes.projectivePlane());
        double[] raise = random.doubles(flat.size()).toArray();
        faces.forEach(face -> builder.add(face.length + raise[flat.find(face)], face));
        FilteredComplex plane = builder.build();
        for (int prime : new int[] {2, 3}) {
            assertRanks(SimplicialHomology.over(prime).diagrams(plane), plane, RankFunction.nothing(), prime);
        }
    }

    @Property(tries = 200)
    void cyclesAreCyclesThatDieWhereSaid(@ForAll long seed, @ForAll("primes") int prime) throws InterruptedException {
        Random random = new Random(seed);
        FilteredComplex complex = Complexes.random(7, 3 + random.nextInt(9), 3, random);
        SimplicialHomology homology = SimplicialHomology.over(prime);
        for (int dimension = 0; dimension <= complex.dimension(); dimension++) {
            List<RepresentativeCycle> cycles = homology.cycles(complex, dimension);
            int of = dimension;
            assertThat(cycles.stream().map(RepresentativeCycle::bar))
                    .containsExactlyElementsOf(homology.pairs(complex).stream()
                            .filter(pair -> pair.dimension() == of)
                            .toList());
            for (RepresentativeCycle cycle : cycles) {
                assertRepresents(cycle, complex, prime);
            }
        }
    }

    private static void assertRepresents(RepresentativeCycle cycle, FilteredComplex complex, int prime) {
        int[] simplices = cycle.cycle().simplices();
        assertThat(Arrays.stream(simplices).max().orElse(-1))
                .isEqualTo(cycle.bar().birth());
        int[] boundary = new int[complex.size()];
        for (int k = 0; k < simplices.length; k++) {
            int[] vertices = complex.vertices(simplices[k]);
            assertThat(vertices).hasSize(cycle.bar().dimension() + 1);
            for (int place = 0; vertices.length > 1 && place < vertices.length; place++) {
                int sign = place % 2 == 0 ? 1 : prime - 1;
                boundary[complex.facet(simplices[k], place)] +=
                        sign * cycle.cycle().coefficients()[k];
            }
        }
        assertThat(Arrays.stream(boundary)).allMatch(sum -> sum % prime == 0);
        int death = cycle.bar().death();
        int last = death == SimplexPair.NEVER ? complex.size() : death;
        Boundaries boundaries = new Boundaries(complex, prime);
        assertThat(boundaries.holds(cycle.cycle(), last)).isFalse();
        if (death != SimplexPair.NEVER) {
            assertThat(boundaries.holds(cycle.cycle(), last + 1)).isTrue();
        }
    }
}
