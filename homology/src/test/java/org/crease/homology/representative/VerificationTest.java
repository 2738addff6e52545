package org.crease.homology.representative;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.crease.homology.VietorisRips;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of corruption of a right bar is refused. */
class VerificationTest {
    private static final int PRIME = 5;

    private FiniteMetricSpace space;
    private Representatives right;
    private Bar loop;
    private Bar component;

    @BeforeEach
    void computeALoop() throws InterruptedException {
        float[][] points = new float[20][];
        for (int k = 0; k < points.length; k++) {
            double angle = 2 * Math.PI * (k + 0.1 * (k * k % 3)) / points.length;
            points[k] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
        }
        space = Metric.euclidean().on(PointCloud.of(points));
        right = VietorisRips.upToDimension(1).over(PRIME).representatives(space, BarSelection.all());
        loop = right.ofDimension(1).get(0);
        component = right.ofDimension(0).get(0);
    }

    private void assertRefused(Bar bar, String message) throws InterruptedException {
        Verification verification =
                Verification.of(space, PRIME, right.diagrams().threshold());
        assertThatThrownBy(() -> verification.verify(bar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Chain changed(Chain chain, int term, UnaryOperator<Integer> change) {
        Chain.Builder copy = new Chain.Builder(chain.dimension(), chain.modulus());
        for (int k = 0; k < chain.size(); k++) {
            int coefficient = k == term ? change.apply(chain.coefficient(k)) : chain.coefficient(k);
            if (coefficient != 0) {
                copy.add(coefficient, chain.simplex(k).points());
            }
        }
        return copy.build();
    }

    private static Chain with(Chain chain, int coefficient, int... simplex) {
        return copy(chain).add(coefficient, simplex).build();
    }

    private static Chain.Builder copy(Chain chain) {
        Chain.Builder copy = new Chain.Builder(chain.dimension(), chain.modulus());
        for (int k = 0; k < chain.size(); k++) {
            copy.add(chain.coefficient(k), chain.simplex(k).points());
        }
        return copy;
    }

    private static int termOtherThan(Simplex simplex, Chain chain) {
        return chain.simplex(0).equals(simplex) ? 1 : 0;
    }

    private static Bar with(Bar bar, Chain cocycle, Chain cycle, @Nullable Chain filling) {
        return new Bar(
                bar.dimension(),
                bar.birth(),
                bar.death(),
                bar.birthSimplex(),
                bar.deathSimplex(),
                cocycle,
                cycle,
                filling == null ? null : () -> filling);
    }

    private static Bar with(Bar bar, float birth, float death, Simplex birthSimplex, @Nullable Simplex deathSimplex) {
        return new Bar(
                bar.dimension(), birth, death, birthSimplex, deathSimplex, bar.cocycle(), bar.cycle(), bar.filling());
    }

    private Chain filling() throws InterruptedException {
        return Objects.requireNonNull(loop.filling()).chain();
    }

    @Test
    void rightBarsPass() throws InterruptedException {
        Verification.verify(space, right);
    }

    @Test
    void cycleWithoutOneOfItsEdgesIsRefused() throws InterruptedException {
        int term = termOtherThan(loop.birthSimplex(), loop.cycle());
        Chain open = changed(loop.cycle(), term, c -> 0);
        assertRefused(with(loop, loop.cocycle(), open, filling()), "the cycle is none");
    }

    @Test
    void cycleWithAnotherCoefficientIsRefused() throws InterruptedException {
        int term = termOtherThan(loop.birthSimplex(), loop.cycle());
        Chain wrong = changed(loop.cycle(), term, c -> c % (PRIME - 1) + 1);
        assertRefused(with(loop, loop.cocycle(), wrong, filling()), "the cycle is none");
    }

    @Test
    void cycleTimesTwoIsRefused() throws InterruptedException {
        Chain.Builder twice = new Chain.Builder(1, PRIME);
        for (int k = 0; k < loop.cycle().size(); k++) {
            twice.add(2 * loop.cycle().coefficient(k), loop.cycle().simplex(k).points());
        }
        assertRefused(with(loop, loop.cocycle(), twice.build(), filling()), "coefficient 2 at the birth simplex");
    }

    @Test
    void cycleWithAnEdgeThatComesLaterIsRefused() throws InterruptedException {
        Chain late = with(loop.cycle(), 1, 0, 10);
        assertRefused(with(loop, loop.cocycle(), late, filling()), "of diameter");
    }

    @Test
    void cocycleThatIsNoneIsRefused() throws InterruptedException {
        int term = termOtherThan(loop.birthSimplex(), loop.cocycle());
        Chain wrong = changed(loop.cocycle(), term, c -> 0);
        assertRefused(with(loop, wrong, loop.cycle(), filling()), "the cocycle is none");
    }

    @Test
    void cocycleThatIsThereBeforeTheBirthIsRefused() throws InterruptedException {
        Chain.Builder early = copy(loop.cocycle());
        for (int k = 0; k < loop.cycle().size(); k++) {
            if (!loop.cycle().simplex(k).equals(loop.birthSimplex())) {
                early.add(1, loop.cycle().simplex(k).points());
            }
        }
        assertRefused(with(loop, early.build(), loop.cycle(), filling()), "the cocycle has the simplex");
    }

    @Test
    void coboundaryIsRefused() throws InterruptedException {
        Chain trivial = new Chain.Builder(1, PRIME).build();
        assertRefused(with(loop, trivial, loop.cycle(), filling()), "coefficient 0 at the birth simplex");
    }

    @Test
    void simplexThatIsThereTwiceIsRefused() throws InterruptedException {
        Chain twice = with(loop.cocycle(), 1, loop.cocycle().simplex(0).points());
        assertRefused(with(loop, twice, loop.cycle(), filling()), "twice");
    }

    @Test
    void fillingOfAnotherCycleIsRefused() throws InterruptedException {
        int term = termOtherThan(Objects.requireNonNull(loop.deathSimplex()), filling());
        Chain torn = changed(filling(), term, c -> 0);
        assertRefused(with(loop, loop.cocycle(), loop.cycle(), torn), "the boundary of the filling is not the cycle");
    }

    @Test
    void fillingByTrianglesThatComeLaterIsRefused() throws InterruptedException {
        Chain late = with(filling(), 1, 0, 1, 10);
        assertRefused(with(loop, loop.cocycle(), loop.cycle(), late), "the filling has the simplex");
    }

    @Test
    void scalesThatAreNotThoseOfTheSimplicesAreRefused() throws InterruptedException {
        Simplex birth = loop.birthSimplex();
        assertRefused(with(loop, 0.1f, loop.death(), birth, loop.deathSimplex()), "the birth simplex is");
        assertRefused(with(loop, loop.birth(), 1.9f, birth, loop.deathSimplex()), "the death simplex is");
        assertRefused(with(loop, loop.death(), loop.birth(), birth, loop.deathSimplex()), "length must not be zero");
    }

    @Test
    void birthAndDeathSimplexOfOthersAreRefused() throws InterruptedException {
        Simplex death = Simplex.of(0, 3, 10);
        assertRefused(with(loop, loop.birth(), loop.death(), loop.birthSimplex(), death), "the death simplex is");
        assertRefused(
                with(loop, loop.birth(), loop.death(), Simplex.of(0, 1, 2), loop.deathSimplex()),
                "the birth simplex is");
    }

    @Test
    void finiteBarWithoutFillingIsRefused() throws InterruptedException {
        assertRefused(with(loop, loop.cocycle(), loop.cycle(), null), "must have a death simplex and a filling");
    }

    @Test
    void pointsThatTheSpaceLacksAreRefused() throws InterruptedException {
        Chain foreign = with(loop.cycle(), 1, 3, 20);
        assertRefused(with(loop, loop.cocycle(), foreign, filling()), "points are 0 to 19");
    }

    @Test
    void chainOverAnotherFieldIsRefused() throws InterruptedException {
        Chain other =
                new Chain.Builder(1, 7).add(1, loop.birthSimplex().points()).build();
        assertRefused(with(loop, other, loop.cycle(), filling()), "modulo 7");
    }

    @Test
    void partOfAComponentIsRefused() throws InterruptedException {
        Chain part = changed(component.cocycle(), 5, c -> 0);
        assertRefused(with(component, part, component.cycle(), null), "the cocycle is none");
    }

    @Test
    void oneBarGivenTwiceIsRefused() {
        Representatives twice = new Representatives(right.diagrams(), List.of(loop, loop));
        assertThatThrownBy(() -> Verification.verify(space, twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not independent");
    }
}
