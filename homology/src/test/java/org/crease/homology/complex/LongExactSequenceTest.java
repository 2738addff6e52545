package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crease.homology.complex.LongExactSequence.Degree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs of spaces whose homology is known, and linear algebra for random ones. */
class LongExactSequenceTest {
    private static final int[][] CIRCLE = {{0, 1}, {1, 2}, {0, 2}};

    /** An octahedron with poles 4 and 5. */
    private static int[][] sphere() {
        int[][] triangles = new int[8][];
        for (int side = 0; side < 4; side++) {
            triangles[2 * side] = new int[] {side, (side + 1) % 4, 4};
            triangles[2 * side + 1] = new int[] {side, (side + 1) % 4, 5};
        }
        for (int[] triangle : triangles) {
            Arrays.sort(triangle);
        }
        return triangles;
    }

    /** A torus of side² squares, each of two triangles; vertex side i + j. */
    private static int[][] torus(int side) {
        int[][] triangles = new int[2 * side * side][];
        for (int square = 0; square < side * side; square++) {
            int right = square / side * side + (square + 1) % side;
            int below = (square + side) % (side * side);
            int across = (right + side) % (side * side);
            triangles[2 * square] = new int[] {square, right, across};
            triangles[2 * square + 1] = new int[] {square, below, across};
            Arrays.sort(triangles[2 * square]);
            Arrays.sort(triangles[2 * square + 1]);
        }
        return triangles;
    }

    private static int[][] polygon(int corners) {
        int[][] edges = new int[corners][];
        for (int k = 0; k < corners; k++) {
            edges[k] = new int[] {Math.min(k, (k + 1) % corners), Math.max(k, (k + 1) % corners)};
        }
        return edges;
    }

    private static LongExactSequence sequence(int prime, int[][] whole, int[]... part) throws InterruptedException {
        LongExactSequence sequence =
                SimplicialHomology.over(prime).longExactSequence(Complexes.of(whole), Complexes.of(part));
        assertThat(sequence.isExact()).isTrue();
        assertThat(sequence.eulerOfPair()).isEqualTo(sequence.eulerOfWhole() - sequence.eulerOfPart());
        return sequence;
    }

    private static int[] relative(int[][] whole, int[]... part) throws InterruptedException {
        return sequence(2, whole, part).relative();
    }

    @Test
    void theSphereRelativeToItsEquatorIsTwoSpheres() throws InterruptedException {
        LongExactSequence sequence = sequence(2, sphere(), polygon(4));
        assertThat(sequence.relative()).containsExactly(0, 0, 2);
        assertThat(sequence.degrees())
                .containsExactly(
                        new Degree(0, 1, 1, 0, 1, 0, 0),
                        new Degree(1, 1, 0, 0, 0, 0, 0),
                        new Degree(2, 0, 1, 2, 0, 1, 1));
    }

    @Test
    void theSphereRelativeToAPointLosesAComponent() throws InterruptedException {
        assertThat(relative(sphere(), new int[] {4})).containsExactly(0, 0, 1);
    }

    @Test
    void theTorusRelativeToAMeridianIsASphereWithTwoPointsMadeOne() throws InterruptedException {
        LongExactSequence sequence = sequence(2, Complexes.torus(), CIRCLE);
        assertThat(sequence.relative()).containsExactly(0, 1, 1);
        assertThat(sequence.degrees().get(1).inclusion()).isEqualTo(1); // the meridian bounds nothing
        assertThat(sequence.degrees().get(2).connecting()).isZero();
    }

    @Test
    void theTorusRelativeToAClosedDiscLosesAComponent() throws InterruptedException {
        assertThat(relative(Complexes.torus(), Complexes.torus()[0])).containsExactly(0, 2, 1);
    }

    @Test
    void theDiscRelativeToItsBoundaryIsASphere() throws InterruptedException {
        LongExactSequence sequence = sequence(2, new int[][] {{0, 1, 2}}, CIRCLE);
        assertThat(sequence.relative()).containsExactly(0, 0, 1);
        assertThat(sequence.degrees().get(2).connecting()).isEqualTo(1); // the disc's boundary is the circle
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theCircleRelativeToDisjointArcsHasALoopForEach(int arcs) throws InterruptedException {
        int[][] part = new int[2 * arcs][];
        for (int k = 0; k < arcs; k++) {
            part[2 * k] = new int[] {4 * k, 4 * k + 1};
            part[2 * k + 1] = new int[] {4 * k + 1, 4 * k + 2};
        }
        assertThat(relative(polygon(4 * arcs), part)).containsExactly(0, arcs);
    }

    @Test
    void unrelativeBettiNumbersAreThoseOfTheSurfaces() throws InterruptedException {
        SimplicialHomology homology = SimplicialHomology.over(2);
        assertThat(homology.bettiNumbers(Complexes.of(sphere()))).containsExactly(1, 0, 1);
        assertThat(homology.bettiNumbers(Complexes.of(Complexes.torus()))).containsExactly(1, 2, 1);
        assertThat(homology.bettiNumbers(RankFunction.nothing())).isEmpty();
    }

    /** The core circle of the projective plane is no boundary modulo 2, and its double is one: so modulo 3 it is one. */
    @Test
    void p8_theProjectivePlaneRelativeToALineDependsOnTheField() throws InterruptedException {
        int[][] line = {{0, 1}, {1, 3}, {0, 3}};
        assertThat(sequence(2, Complexes.projectivePlane(), line).degrees())
                .contains(new Degree(1, 1, 1, 0, 1, 0, 0), new Degree(2, 0, 1, 1, 0, 1, 0));
        assertThat(sequence(3, Complexes.projectivePlane(), line).degrees())
                .contains(new Degree(1, 1, 0, 0, 0, 0, 0), new Degree(2, 0, 0, 1, 0, 0, 1));
    }

    @Test
    void relativeToNothingIsTheWholeAndToAllOfItNothing() throws InterruptedException {
        assertThat(relative(Complexes.torus())).containsExactly(1, 2, 1);
        assertThat(relative(Complexes.torus(), Complexes.torus())).containsExactly(0, 0, 0);
        LongExactSequence nothing =
                SimplicialHomology.over(2).longExactSequence(RankFunction.nothing(), RankFunction.nothing());
        assertThat(nothing.degrees()).isEmpty();
        assertThat(nothing.isExact()).isTrue();
    }

    @Test
    void aPartThatIsNoneIsRefused() {
        assertThatThrownBy(() -> sequence(2, CIRCLE, new int[] {5}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("simplex [5] of the part is not in the complex; every simplex of the part must be");
    }

    @Test
    void aSequenceWithOtherRanksIsNotExact() {
        assertThat(new LongExactSequence(2, List.of(new Degree(0, 1, 1, 1, 1, 0, 0)), true).isExact())
                .isFalse();
        assertThat(new LongExactSequence(2, List.of(new Degree(0, 1, 1, 0, 1, 0, 0)), false).isExact())
                .isFalse();
    }

    /** 9600 simplices relative to a meridian. */
    @Test
    @Timeout(20)
    void aFineTorusIsNoTrouble() throws InterruptedException {
        int[][] meridian = new int[40][];
        for (int k = 0; k < 40; k++) {
            meridian[k] = new int[] {Math.min(k, (k + 1) % 40), Math.max(k, (k + 1) % 40)};
        }
        assertThat(sequence(65_519, torus(40), meridian).relative()).containsExactly(0, 1, 1);
    }

    @Provide
    Arbitrary<Integer> primes() {
        return Arbitraries.of(2, 3, 5);
    }

    @Property(tries = 200)
    void p9_dimensionsAndRanksAreThoseOfLinearAlgebra(@ForAll long seed, @ForAll("primes") int prime)
            throws InterruptedException {
        Random random = new Random(seed);
        FilteredComplex whole = Complexes.random(6, 1 + random.nextInt(8), 3, random);
        FilteredComplex part = Complexes.randomPart(whole, random.nextInt(5), random);
        LongExactSequence sequence = SimplicialHomology.over(prime).longExactSequence(whole, part);
        assertThat(sequence.isExact()).isTrue();
        assertThat(sequence.eulerOfPair()).isEqualTo(euler(whole) - euler(part));
        assertThat(sequence.eulerOfWhole()).isEqualTo(euler(whole));
        FilteredComplex growing = entering(whole, part);
        RankFunction absolute = new RankFunction(growing, RankFunction.nothing(), prime);
        RankFunction toPair = new RankFunction(entering(whole, whole), entering(part, RankFunction.nothing()), prime);
        for (Degree degree : sequence.degrees()) {
            int k = degree.dimension();
            assertThat(degree.part()).isEqualTo(absolute.rank(k, 0, 0));
            assertThat(degree.whole()).isEqualTo(absolute.rank(k, 1, 1));
            assertThat(degree.inclusion()).isEqualTo(absolute.rank(k, 0, 1));
            assertThat(degree.relative()).isEqualTo(toPair.rank(k, 1, 1));
            assertThat(degree.projection()).isEqualTo(toPair.rank(k, 0, 1));
        }
    }

    private static int euler(FilteredComplex complex) {
        int sum = 0;
        for (int k = 0; k < complex.size(); k++) {
            sum += complex.vertices(k).length % 2 == 0 ? -1 : 1;
        }
        return sum;
    }

    /** The simplices of a part at 0, all others of the whole at 1. */
    private static FilteredComplex entering(FilteredComplex whole, FilteredComplex part) throws InterruptedException {
        FilteredComplex.Builder builder = FilteredComplex.builder();
        List<int[]> simplices = new ArrayList<>();
        for (int k = 0; k < whole.size(); k++) {
            simplices.add(whole.vertices(k));
        }
        for (int[] simplex : simplices) {
            builder.add(part.find(simplex) >= 0 ? 0 : 1, simplex);
        }
        return builder.build();
    }
}
