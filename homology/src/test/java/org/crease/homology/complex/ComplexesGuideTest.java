package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.Metric;
import org.crease.homology.metric.PointCloud;
import org.junit.jupiter.api.Test;

/** The lines of {@code docs/complexes.md}. */
class ComplexesGuideTest {

    @Test
    void theLinesOnExplicitComplexesWork() throws InterruptedException {
        // guide: begin
        FilteredComplex triangle = FilteredComplex.builder()
                .add(0, 0)
                .add(0, 1)
                .add(0, 2)
                .add(1, 0, 1)
                .add(1, 1, 2)
                .add(2, 0, 2)
                .add(5, 0, 1, 2)
                .build();
        SimplicialHomology homology = SimplicialHomology.over(2);
        PersistenceDiagram loops = homology.diagrams(triangle).of(1); // one bar, from 2 to 5
        RepresentativeCycle loop = homology.cycles(triangle, 1).get(0);
        int[] last = triangle.vertices(loop.bar().death()); // 0, 1, 2: the simplex that fills it
        int edges = loop.cycle().simplices().length; // 3
        // guide: end
        assertThat(loops.toArray()).containsExactly(2, 5);
        assertThat(last).containsExactly(0, 1, 2);
        assertThat(edges).isEqualTo(3);
    }

    @Test
    void theLinesOnPairsWork() throws InterruptedException {
        // guide: begin
        FilteredComplex.Builder circle = FilteredComplex.builder();
        FilteredComplex.Builder disk = FilteredComplex.builder();
        for (int[] edge : new int[][] {{0}, {1}, {2}, {0, 1}, {0, 2}, {1, 2}}) {
            circle.add(1, edge);
            disk.add(1, edge);
        }
        FilteredComplex filled = disk.add(3, 0, 1, 2).build();
        Diagrams pair = SimplicialHomology.over(2).diagrams(filled, circle.build());
        int classes = pair.of(2).infinite(); // 1: a disk with its boundary made a point is a sphere
        // guide: end
        assertThat(classes).isEqualTo(1);
    }

    @Test
    void theLinesOnLongExactSequencesWork() throws InterruptedException {
        // guide: begin
        FilteredComplex.Builder octahedron = FilteredComplex.builder();
        FilteredComplex.Builder equator = FilteredComplex.builder();
        for (int vertex = 0; vertex < 6; vertex++) {
            octahedron.add(0, vertex);
        }
        for (int side = 0; side < 4; side++) {
            int next = (side + 1) % 4;
            equator.add(0, side).add(0, next).add(0, side, next);
            octahedron.add(0, side, next).add(0, side, 4).add(0, side, 5);
            octahedron.add(0, side, next, 4).add(0, side, next, 5);
        }
        LongExactSequence sequence = SimplicialHomology.over(2).longExactSequence(octahedron.build(), equator.build());
        int[] spheres = sequence.relative(); // 0, 0, 2: a sphere with its equator made a point
        LongExactSequence.Degree top = sequence.degrees().get(2);
        int kept = top.projection(); // 1: the class of the sphere
        int bounding = top.connecting(); // 1: what has the equator for its boundary
        boolean exact = sequence.isExact();
        // guide: end
        assertThat(spheres).containsExactly(0, 0, 2);
        assertThat(kept).isEqualTo(1);
        assertThat(bounding).isEqualTo(1);
        assertThat(exact).isTrue();
    }

    @Test
    void theLinesOnArraysWork() throws InterruptedException {
        // guide: begin
        double[] image = {
            0, 0, 0, //
            0, 9, 0, //
            1, 1, 1
        };
        Diagrams sublevels = CubicalComplex.ofTopCells(image, 3, 3).diagrams();
        PersistenceDiagram rings = sublevels.of(1); // one bar, from 1 to 9
        // guide: end
        assertThat(rings.toArray()).containsExactly(1, 9);
    }

    @Test
    void theLinesOnAlphaComplexesWork() throws InterruptedException {
        // guide: begin
        PointCloud square = PointCloud.of(new float[][] {{0, 0}, {2, 0}, {2, 2}, {0, 2}});
        FilteredComplex alpha = AlphaComplex.of(square);
        PersistenceDiagram hole = SimplicialHomology.over(2).diagrams(alpha).of(1); // one bar, from 1 to √2
        // guide: end
        assertThat(hole.toArray()).containsExactly(1, Math.sqrt(2));
    }

    @Test
    void theLinesOnVineyardsWork() throws InterruptedException {
        // guide: begin
        List<FiniteMetricSpace> checkpoints = new ArrayList<>();
        for (float width = 1; width <= 3; width++) {
            PointCloud layer = PointCloud.of(new float[][] {{0, 0}, {width, 0}, {width, 1}, {0, 1}});
            checkpoints.add(Metric.euclidean().on(layer));
        }
        Vineyard vineyard = Vineyard.ofRips(checkpoints, 1, 10);
        Vine loop = vineyard.vines().stream()
                .filter(vine -> vine.dimension() == 1)
                .findFirst()
                .orElseThrow();
        double born = loop.birth(1); // 2: the longer side at the second checkpoint
        double filled = loop.death(1); // √5, its diagonal
        // guide: end
        assertThat(born).isEqualTo(2);
        assertThat(filled).isEqualTo((float) Math.sqrt(5));
    }
}
