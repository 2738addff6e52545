package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CubicalComplexTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final int[][] SHAPES = {{200}, {1, 30}, {40, 33}, {100, 100}, {6, 7, 8}, {20, 20, 20}, {1, 9, 12}};

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static PersistenceDiagram bars(int dimension, double... ends) {
        PersistenceDiagram.Builder bars = new PersistenceDiagram.Builder(dimension);
        for (int k = 0; k < ends.length; k += 2) {
            bars.add(ends[k], ends[k + 1]);
        }
        return bars.build();
    }

    @Test
    void theValleysOfALineAreItsComponents() throws InterruptedException {
        Diagrams diagrams =
                CubicalComplex.ofTopCells(new float[] {3, -1, 4, 1, 5, 2}, 6).diagrams();
        assertThat(diagrams.byDimension()).containsExactly(bars(0, -1, INF, 1, 4, 2, 5));
        assertThat(diagrams.threshold()).isEqualTo(5);
        assertThat(diagrams.complete()).isTrue();
    }

    @Test
    void cornersTouchAmongTopCellsAndNotAmongVertices() throws InterruptedException {
        double[] diagonal = {0, 2, 2, 0};
        assertThat(CubicalComplex.ofTopCells(diagonal, 2, 2).diagrams().byDimension())
                .containsExactly(bars(0, 0, INF), bars(1));
        assertThat(CubicalComplex.ofVertices(diagonal, 2, 2).diagrams().byDimension())
                .containsExactly(bars(0, 0, INF, 0, 2), bars(1));
    }

    @Test
    void aRingIsALoopUntilItsMiddleEnters() throws InterruptedException {
        double[] ring = {0, 0, 0, 0, 5, 0, 0, 0, 1};
        assertThat(CubicalComplex.ofTopCells(ring, 3, 3).diagrams().of(1)).isEqualTo(bars(1, 0, 5));
        assertThat(CubicalComplex.ofVertices(ring, 3, 3).diagrams().of(1)).isEqualTo(bars(1, 1, 5));
    }

    @Test
    void whatIsInfiniteNeverEnters() throws InterruptedException {
        double[] ring = {0, 0, 0, 0, INF, 0, 0, 0, 1};
        assertThat(CubicalComplex.ofTopCells(ring, 3, 3).diagrams().of(1)).isEqualTo(bars(1, 0, INF));
        assertThat(CubicalComplex.ofTopCells(new double[] {INF, INF}, 2)
                        .diagrams()
                        .of(0))
                .isEqualTo(bars(0));
        assertThat(CubicalComplex.ofTopCells(new double[] {1, INF, 2}, 3)
                        .diagrams()
                        .of(0))
                .isEqualTo(bars(0, 1, INF, 2, INF));
    }

    @Test
    void aSphericalShellIsAVoidAHandleALoop() throws InterruptedException {
        double[] shell = new double[27];
        shell[13] = 7;
        assertThat(CubicalComplex.ofTopCells(shell, 3, 3, 3).diagrams(5).byDimension())
                .containsExactly(bars(0, 0, INF), bars(1), bars(2, 0, 7));
        double[] handle = new double[27];
        handle[4] = 3;
        handle[13] = 2;
        handle[22] = 2;
        assertThat(CubicalComplex.ofTopCells(handle, 3, 3, 3).diagrams(5).byDimension())
                .containsExactly(bars(0, 0, INF), bars(1, 0, 2), bars(2));
    }

    @Test
    void topCellsAreAsGudhiHasThem() throws IOException, InterruptedException {
        Gudhi gudhi = new Gudhi();
        List<List<PersistenceDiagram>> ours = new ArrayList<>();
        Random random = new Random(1);
        for (int[] shape : SHAPES) {
            int count = 1;
            for (int length : shape) {
                count *= length;
            }
            double[] generic = random.doubles(count).toArray();
            double[] tied = random.ints(count, -4, 12)
                    .mapToDouble(k -> k == 11 ? INF : k)
                    .toArray();
            for (double[] values : List.of(generic, tied)) {
                gudhi.cells(3, values, shape);
                ours.add(CubicalComplex.ofTopCells(values, shape).diagrams(3).byDimension());
            }
        }
        assertThat(ours).isEqualTo(gudhi.diagrams(folder));
    }

    @Test
    void valuesThatAreNoneAreRefusedWithTheirPlace() {
        assertThatThrownBy(() -> CubicalComplex.ofTopCells(new double[] {0, 1, 2, Double.NaN, 4, 5}, 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry [1, 1] is NaN; it must be finite, or infinite for one that never enters");
        assertThatThrownBy(() -> CubicalComplex.ofVertices(new double[] {0, -INF}, 2))
                .hasMessageStartingWith("entry [1] is -Infinity;");
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> CubicalComplex.ofTopCells(new double[5], 2, 3))
                .hasMessage("array of shape [2, 3] needs 6 values, not 5");
        assertThatThrownBy(() -> CubicalComplex.ofTopCells(new double[0], 0))
                .hasMessage("array of shape [0]; every axis must have a length of at least 1");
        assertThatThrownBy(() -> CubicalComplex.ofTopCells(new double[1], 1, 1, 1, 1))
                .hasMessage("array of 4 axes; it must have 1 to 3");
        assertThatThrownBy(() -> CubicalComplex.ofTopCells(new double[1]))
                .hasMessage("array of 0 axes; it must have 1 to 3");
    }
}
