package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FilteredComplexTest {

    private static FilteredComplex.Builder edge() {
        return FilteredComplex.builder().add(0, 0).add(0, 1).add(1, 1, 0);
    }

    @Test
    void simplicesAreNumberedByValueThenDimension() throws InterruptedException {
        FilteredComplex complex = FilteredComplex.builder()
                .add(2, 4, 7, 9)
                .add(2, 4, 7)
                .add(1, 7, 9)
                .add(2, 4, 9)
                .add(1, 4)
                .add(-3, 9)
                .add(0, 7)
                .build();
        assertThat(complex.size()).isEqualTo(7);
        assertThat(complex.dimension()).isEqualTo(2);
        assertThat(complex.vertices(0)).containsExactly(9);
        assertThat(complex.vertices(2)).containsExactly(4);
        assertThat(complex.vertices(3)).containsExactly(7, 9);
        assertThat(complex.vertices(4)).containsExactly(4, 7);
        assertThat(complex.vertices(6)).containsExactly(4, 7, 9);
        assertThat(complex.value(0)).isEqualTo(-3);
        assertThat(complex.find(9, 4)).isEqualTo(5);
        assertThat(complex.find(9, 5)).isEqualTo(-1);
    }

    @Test
    void nothingIsAComplex() throws InterruptedException {
        FilteredComplex complex = FilteredComplex.builder().build();
        assertThat(complex.size()).isZero();
        assertThat(complex.dimension()).isEqualTo(-1);
        assertThat(complex.find(0)).isEqualTo(-1);
        assertThat(SimplicialHomology.over(2).diagrams(complex).byDimension()).isEmpty();
        assertThat(SimplicialHomology.over(2).diagrams(complex, complex).byDimension())
                .isEmpty();
        assertThat(SimplicialHomology.over(2).pairs(complex)).isEmpty();
    }

    @Test
    void manySimplicesAreFound() throws InterruptedException {
        FilteredComplex.Builder builder = FilteredComplex.builder();
        for (int k = 0; k < 3000; k++) {
            builder.add(k, k);
            if (k > 0) {
                builder.add(k, k, k - 1);
            }
        }
        FilteredComplex complex = builder.build();
        for (int k = 1; k < 3000; k++) {
            assertThat(complex.value(complex.find(k - 1, k))).isEqualTo(k);
        }
    }

    @Test
    void aBuilderGoesOnWithoutChangingWhatItBuilt() throws InterruptedException {
        FilteredComplex.Builder builder = edge();
        FilteredComplex before = builder.build();
        FilteredComplex after = builder.add(-1, 2).add(5, 2, 0).build();
        assertThat(before.size()).isEqualTo(3);
        assertThat(before.find(2)).isEqualTo(-1);
        assertThat(after.size()).isEqualTo(5);
    }

    @Test
    void theSameSimplexTwiceIsOne() throws InterruptedException {
        assertThat(edge().add(1, 0, 1).build().size()).isEqualTo(3);
    }

    @Test
    void aMissingFaceIsNamed() {
        assertThatThrownBy(() -> edge().add(0, 2).add(1, 1, 2).add(3, 0, 1, 2).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("simplex [0, 1, 2] lacks its face [0, 2]; every face must be in the complex");
    }

    @Test
    void aFaceThatEntersLaterIsNamed() {
        assertThatThrownBy(() -> edge().add(2, 2).add(1.5, 1, 2).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("simplex [1, 2] enters at 1.5, its face [2] at 2.0; no face may enter later");
    }

    @Test
    void anotherValueForASimplexIsRefused() {
        assertThatThrownBy(() -> edge().add(2, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("simplex [0, 1] enters at 1.0 and again at 2.0; it may enter once");
    }

    @Test
    void valuesThatAreNotFiniteAreRefused() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> edge().add(value, 3))
                    .hasMessage("simplex [3] enters at " + value + "; the value must be finite");
        }
    }

    @Test
    void badVerticesAreRefused() {
        assertThatThrownBy(() -> edge().add(1, 3, -2))
                .hasMessage("simplex [-2, 3] has the vertex -2; vertices must not be negative");
        assertThatThrownBy(() -> edge().add(1, 3, 2, 3))
                .hasMessage("simplex [2, 3, 3] has the vertex 3 twice; its vertices must differ");
        assertThatThrownBy(() -> edge().add(1)).hasMessage("simplex without a vertex; it needs at least one");
    }
}
