package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlphaComplexTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static Diagrams diagrams(float[]... points) throws InterruptedException {
        return SimplicialHomology.over(2).diagrams(AlphaComplex.of(PointCloud.of(points)));
    }

    private static PersistenceDiagram bars(int dimension, double... ends) {
        PersistenceDiagram.Builder bars = new PersistenceDiagram.Builder(dimension);
        for (int k = 0; k < ends.length; k += 2) {
            bars.add(ends[k], ends[k + 1]);
        }
        return bars.build();
    }

    @Test
    void p1_noneToThreePointsAreHandled() throws InterruptedException {
        assertThat(diagrams().byDimension()).isEmpty();
        assertThat(diagrams(new float[] {2, 3, 4}).byDimension()).containsExactly(bars(0, 0, Double.POSITIVE_INFINITY));
        assertThat(diagrams(new float[] {0, 0}, new float[] {0, 0}, new float[] {-0f, 0})
                        .byDimension())
                .containsExactly(bars(0, 0, Double.POSITIVE_INFINITY));
        assertThat(diagrams(new float[] {0, 0}, new float[] {3, 4}).byDimension())
                .containsExactly(bars(0, 0, 2.5, 0, Double.POSITIVE_INFINITY), bars(1));
        assertThat(diagrams(new float[] {0, 0, 1}, new float[] {3, 0, 1}, new float[] {0, 4, 1})
                        .byDimension())
                .containsExactly(bars(0, 0, 1.5, 0, 2, 0, Double.POSITIVE_INFINITY), bars(1), bars(2));
    }

    @Test
    void p1_pointsOnALineAreSegments() throws InterruptedException {
        FilteredComplex complex = AlphaComplex.of(PointCloud.of(
                new float[] {3, 3, 3}, new float[] {0, 0, 0}, new float[] {1, 1, 1}, new float[] {7, 7, 7}));
        assertThat(complex.dimension()).isEqualTo(1);
        assertThat(complex.size()).isEqualTo(7);
        assertThat(complex.value(complex.find(0, 3))).isEqualTo(Math.sqrt(12));
        assertThat(complex.find(0, 1)).isEqualTo(-1);
    }

    @Test
    void p1_pointsOfAPlaneInSpaceAreThoseOfThePlane() throws InterruptedException {
        float[][] flat = Clouds.uniform(200, 2, 5);
        float[][] tilted = new float[flat.length][];
        for (int k = 0; k < flat.length; k++) {
            // 24 bits and a shift of the axes: exact
            float x = Math.round(flat[k][0] * 4096);
            float y = Math.round(flat[k][1] * 4096);
            flat[k] = new float[] {3 * x, 5 * y};
            tilted[k] = new float[] {x, 4 * y, 2 * x + 0 * y + 7};
            tilted[k] = new float[] {x + 2 * x, 4 * y, 3 * y};
        }
        Diagrams inSpace = diagrams(tilted);
        Diagrams inPlane = diagrams(flat);
        for (int k = 0; k < 2; k++) {
            assertThat(new BottleneckDistance().between(inSpace.of(k), inPlane.of(k)))
                    .isLessThan(1e-9);
        }
    }

    @Test
    void aSquareIsALoopForAWhile() throws InterruptedException {
        Diagrams square = diagrams(new float[] {0, 0}, new float[] {2, 0}, new float[] {0, 2}, new float[] {2, 2});
        assertThat(square.of(1).size()).isEqualTo(1);
        assertThat(square.of(1).birth(0)).isEqualTo(1);
        assertThat(square.of(1).death(0)).isEqualTo(Math.sqrt(2));
    }

    @Test
    void aCubeHasItsVoid() throws InterruptedException {
        Diagrams cube = diagrams(Clouds.lattice(2, 3, 2));
        assertThat(cube.of(0))
                .isEqualTo(bars(0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, Double.POSITIVE_INFINITY));
        assertThat(cube.of(1))
                .isEqualTo(
                        bars(1, 1, Math.sqrt(2), 1, Math.sqrt(2), 1, Math.sqrt(2), 1, Math.sqrt(2), 1, Math.sqrt(2)));
        assertThat(cube.of(2)).isEqualTo(bars(2, Math.sqrt(2), Math.sqrt(3)));
    }

    @Test
    void extremeCoordinatesAreHandled() throws InterruptedException {
        for (float unit : new float[] {71 * Float.MIN_VALUE, 1e-30f, 1e30f, 1e38f}) {
            Diagrams cube = diagrams(Clouds.lattice(2, 3, unit));
            double length = unit;
            assertThat(cube.of(2).size()).isEqualTo(1);
            assertThat(cube.of(2).death(0) / length).isCloseTo(Math.sqrt(0.75), within(1e-12));
        }
    }

    /** A radius whose square, in the unit of the smallest coordinate, is past the largest double. */
    @Test
    void aTriangleThatIsAlmostALineHasItsRadius() throws InterruptedException {
        float length = 1e38f;
        FilteredComplex complex = AlphaComplex.of(
                PointCloud.of(new float[] {0, 0}, new float[] {length, 0}, new float[] {2 * length, Float.MIN_VALUE}));
        double radius = (double) length * length / Float.MIN_VALUE;
        assertThat(complex.value(complex.find(0, 1, 2)) / radius).isCloseTo(1, within(1e-12));
        assertThat(complex.value(complex.find(0, 2))).isEqualTo(complex.value(complex.find(0, 1, 2)));
        assertThat(complex.value(complex.find(0, 1))).isEqualTo(length / 2.0);
    }

    @Test
    void p9_diagramsAreGudhis() throws IOException, InterruptedException {
        List<float[][]> clouds = new ArrayList<>();
        for (int axes = 2; axes <= 3; axes++) {
            clouds.add(Clouds.uniform(400, axes, axes));
            clouds.add(Clouds.uniform(7, axes, axes));
            clouds.add(Clouds.lattice(6, axes, 1));
            clouds.add(Clouds.lattice(6, axes, 0.1f));
            clouds.add(Clouds.onLattice(150, 7, axes, new Random(axes)));
        }
        Gudhi gudhi = new Gudhi();
        for (float[][] cloud : clouds) {
            gudhi.alpha(flat(cloud), cloud[0].length);
        }
        List<List<PersistenceDiagram>> theirs = gudhi.diagrams(folder);
        for (int k = 0; k < clouds.size(); k++) {
            Diagrams ours = diagrams(clouds.get(k));
            for (PersistenceDiagram diagram : theirs.get(k)) {
                assertThat(new BottleneckDistance().between(ours.of(diagram.dimension()), roots(diagram)))
                        .isLessThan(1e-9);
            }
        }
    }

    private static double[] flat(float[]... rows) {
        double[] flat = new double[rows.length * rows[0].length];
        for (int k = 0; k < flat.length; k++) {
            flat[k] = rows[k / rows[0].length][k % rows[0].length];
        }
        return flat;
    }

    private static PersistenceDiagram roots(PersistenceDiagram squares) {
        PersistenceDiagram.Builder roots = new PersistenceDiagram.Builder(squares.dimension());
        for (int bar = 0; bar < squares.size(); bar++) {
            roots.add(Math.sqrt(squares.birth(bar)), Math.sqrt(squares.death(bar)));
        }
        return roots.build();
    }

    @Test
    void otherDimensionsAreRefused() {
        assertThatThrownBy(() -> diagrams(new float[] {1, 2, 3, 4}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha complex of points of dimension 4; it must be 2 or 3");
    }
}
