package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.distance.BottleneckDistance;
import org.crease.homology.metric.PointCloud;

class AlphaComplexProperties {

    private static List<PersistenceDiagram> diagrams(FilteredComplex complex, int dimension)
            throws InterruptedException {
        List<PersistenceDiagram> diagrams =
                SimplicialHomology.over(2).diagrams(complex).byDimension();
        return diagrams.subList(0, Math.min(dimension, diagrams.size()));
    }

    private static void assertNerve(float[][] points) throws InterruptedException {
        int dimension = points[0].length;
        List<PersistenceDiagram> alpha = diagrams(AlphaComplex.of(PointCloud.of(points)), dimension);
        List<PersistenceDiagram> cech = diagrams(CechComplex.of(points), dimension);
        for (int k = 0; k < cech.size(); k++) {
            PersistenceDiagram ours = k < alpha.size() ? alpha.get(k) : new PersistenceDiagram.Builder(k).build();
            assertThat(new BottleneckDistance().between(ours, cech.get(k))).isLessThan(1e-6);
        }
    }

    @Property(tries = 200)
    void p9_alphaHasTheHomologyOfBallsOnALattice(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll @IntRange(min = 2, max = 3) int axes)
            throws InterruptedException {
        Random random = new Random(seed);
        assertNerve(Clouds.onLattice(count, 2 + random.nextInt(4), axes, random));
    }

    @Property(tries = 100)
    void p9_alphaHasTheHomologyOfBalls(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll @IntRange(min = 2, max = 3) int axes)
            throws InterruptedException {
        assertNerve(Clouds.uniform(count, axes, seed));
    }

    /** Many points of a small lattice: everything is cospherical with something. */
    @Property(tries = 60)
    void p2_lattices(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int axes) throws InterruptedException {
        Random random = new Random(seed);
        float[][] points = Clouds.onLattice(10 + random.nextInt(190), 2 + random.nextInt(6), axes, random);
        Diagrams diagrams = SimplicialHomology.over(2).diagrams(AlphaComplex.of(PointCloud.of(points)));
        for (PersistenceDiagram diagram : diagrams.byDimension()) { // the hull is one piece without holes
            assertThat(diagram.infinite()).isEqualTo(diagram.dimension() == 0 ? 1 : 0);
        }
        float[][] turned = points.clone();
        for (int k = 0; k < turned.length; k++) {
            int other = random.nextInt(k + 1);
            float[] point = turned[k];
            turned[k] = turned[other];
            turned[other] = point;
        }
        assertThat(SimplicialHomology.over(2).diagrams(AlphaComplex.of(PointCloud.of(turned))))
                .isEqualTo(diagrams);
    }
}
