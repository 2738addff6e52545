package org.crease.homology.complex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crease.homology.VietorisRips;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.DistanceMatrix;

class VineyardProperties {

    /** The simplices of a complex with other values. */
    private static FilteredComplex revalued(FilteredComplex complex, DoubleSupplier raise) throws InterruptedException {
        double[] values = new double[complex.size()];
        FilteredComplex.Builder builder = FilteredComplex.builder();
        for (int simplex = 0; simplex < values.length; simplex++) {
            for (int[] face : Complexes.faces(complex.vertices(simplex))) {
                values[simplex] = Math.max(values[simplex], values[complex.find(face)]);
            }
            values[simplex] += raise.getAsDouble();
            builder.add(values[simplex], complex.vertices(simplex));
        }
        return builder.build();
    }

    private static FilteredComplex between(FilteredComplex a, FilteredComplex b, double part)
            throws InterruptedException {
        FilteredComplex.Builder builder = FilteredComplex.builder();
        for (int simplex = 0; simplex < a.size(); simplex++) {
            int[] vertices = a.vertices(simplex);
            builder.add((1 - part) * a.value(simplex) + part * b.value(b.find(vertices)), vertices);
        }
        return builder.build();
    }

    private static void assertDiagrams(List<FilteredComplex> sequence) throws InterruptedException {
        Vineyard vineyard = Vineyard.of(sequence);
        for (int step = 0; step < sequence.size(); step++) {
            for (PersistenceDiagram diagram :
                    SimplicialHomology.over(2).diagrams(sequence.get(step)).byDimension()) {
                assertThat(vineyard.diagram(step, diagram.dimension())).isEqualTo(diagram);
            }
        }
    }

    @Property(tries = 150)
    void p9_diagramsAreThoseOfEachStepWithTies(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FilteredComplex complex = Complexes.random(7, 3 + random.nextInt(10), 3, random);
        List<FilteredComplex> sequence = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            sequence.add(revalued(complex, () -> random.nextInt(3)));
        }
        assertDiagrams(sequence);
    }

    @Property(tries = 150)
    void p9_diagramsAreThoseOfEachStepWithoutTies(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FilteredComplex complex = Complexes.random(8, 3 + random.nextInt(14), 3, random);
        List<FilteredComplex> sequence = new ArrayList<>();
        for (int step = 0; step < 5; step++) {
            sequence.add(revalued(complex, random::nextDouble));
        }
        assertDiagrams(sequence);
    }

    /**
     * A vine moves no further in a step than the values do, and gets to the same place by one long step or many short
     * ones.
     */
    @Property(tries = 60)
    void vinesAreContinuous(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        FilteredComplex complex = Complexes.random(6, 3 + random.nextInt(8), 3, random);
        FilteredComplex first = revalued(complex, random::nextDouble);
        FilteredComplex last = revalued(complex, random::nextDouble);
        int steps = 256;
        List<FilteredComplex> fine = new ArrayList<>();
        for (int step = 0; step <= steps; step++) {
            fine.add(between(first, last, step / (double) steps));
        }
        double most = 0;
        for (int simplex = 0; simplex < first.size(); simplex++) {
            double change = last.value(last.find(first.vertices(simplex))) - first.value(simplex);
            most = Math.max(most, Math.abs(change));
        }
        List<Vine> coarse = Vineyard.of(List.of(first, last)).vines();
        List<Vine> followed = Vineyard.of(fine).vines();
        assertThat(followed.stream().map(VineyardProperties::ends).sorted())
                .containsExactlyElementsOf(
                        coarse.stream().map(VineyardProperties::ends).sorted().toList());
        for (Vine vine : followed) {
            for (int step = vine.firstStep() + 1; step <= vine.lastStep(); step++) {
                assertThat(Math.abs(vine.birth(step) - vine.birth(step - 1))).isLessThan(most / steps + 1e-12);
                if (Double.isFinite(vine.death(step))) {
                    assertThat(Math.abs(vine.death(step) - vine.death(step - 1)))
                            .isLessThan(most / steps + 1e-12);
                }
            }
        }
    }

    private static String ends(Vine vine) {
        int end = vine.births().length - 1;
        return vine.dimension() + " " + vine.births()[0] + " " + vine.deaths()[0] + " " + vine.births()[end] + " "
                + vine.deaths()[end];
    }

    @Property(tries = 40)
    void p9_ripsDiagramsAreThoseOfEachStep(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        List<DistanceMatrix> sequence = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            float[] lower = new float[28];
            for (int k = 0; k < lower.length; k++) {
                lower[k] = random.nextBoolean() ? random.nextInt(6) : 6 * random.nextFloat();
            }
            sequence.add(DistanceMatrix.ofLower(lower));
        }
        double scale = random.nextBoolean() ? Double.POSITIVE_INFINITY : 3;
        Vineyard vineyard = Vineyard.ofRips(sequence, 1, scale);
        for (int step = 0; step < sequence.size(); step++) {
            assertThat(Arrays.asList(vineyard.diagram(step, 0), vineyard.diagram(step, 1)))
                    .isEqualTo(VietorisRips.upToDimension(1)
                            .upToScale(scale)
                            .diagrams(sequence.get(step))
                            .byDimension());
        }
    }

    /** Distances that move in straight lines, exact in float32. */
    private static List<DistanceMatrix> movingDistances(int pairs, int steps, Random random) {
        int[] from = random.ints(pairs, 0, 8192).toArray();
        int[] to = random.ints(pairs, 0, 8192).toArray();
        List<DistanceMatrix> sequence = new ArrayList<>();
        for (int step = 0; step <= steps; step++) {
            float[] lower = new float[pairs];
            for (int k = 0; k < pairs; k++) {
                lower[k] = (float) ((long) (steps - step) * from[k] + (long) step * to[k]) / steps;
            }
            sequence.add(DistanceMatrix.ofLower(lower));
        }
        return sequence;
    }

    /**
     * Vines are continuous, their diagrams those of each step, and one long step leads where many short ones do: what is
     * followed from end to end is found there too.
     */
    @Property(tries = 30)
    void ripsVinesAreContinuousAndThoseOfManyShortSteps(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        int points = 5 + random.nextInt(4);
        int steps = 64;
        List<DistanceMatrix> fine = movingDistances(points * (points - 1) / 2, steps, random);
        Vineyard followed = Vineyard.ofRips(fine, 1, Double.POSITIVE_INFINITY);
        for (int step = 0; step <= steps; step += 8) {
            assertThat(Arrays.asList(followed.diagram(step, 0), followed.diagram(step, 1)))
                    .isEqualTo(VietorisRips.upToDimension(1)
                            .diagrams(fine.get(step))
                            .byDimension());
        }
        List<String> coarse = new ArrayList<>();
        for (Vine vine : Vineyard.ofRips(List.of(fine.get(0), fine.get(steps)), 1, Double.POSITIVE_INFINITY)
                .vines()) {
            coarse.add(ends(vine));
        }
        for (Vine vine : followed.vines()) {
            for (int step = vine.firstStep() + 1; step <= vine.lastStep(); step++) {
                assertThat(Math.abs(vine.birth(step) - vine.birth(step - 1))).isLessThanOrEqualTo(8192.0 / steps);
                if (Double.isFinite(vine.death(step)) && Double.isFinite(vine.death(step - 1))) {
                    assertThat(Math.abs(vine.death(step) - vine.death(step - 1)))
                            .isLessThanOrEqualTo(8192.0 / steps);
                }
            }
            boolean isWhole = vine.firstStep() == 0
                    && vine.lastStep() == steps
                    && vine.birth(0) < vine.death(0)
                    && vine.birth(steps) < vine.death(steps);
            assertThat(!isWhole || coarse.remove(ends(vine))).isTrue();
        }
    }

    /** Larger clouds, with and without a scale, in dimension 0 alone and by all simplices. */
    @Property(tries = 12)
    void p9_ripsDiagramsOfCloudsAreThoseOfEachStep(@ForAll long seed) throws InterruptedException {
        Random random = new Random(seed);
        List<DistanceMatrix> sequence = movingDistances(14 * 13 / 2, 2, random);
        double scale = random.nextBoolean() ? Double.POSITIVE_INFINITY : 5000;
        Vineyard loops = Vineyard.ofRips(sequence, 1, scale);
        Vineyard components = Vineyard.ofRips(sequence, 0, scale);
        Vineyard voids = Vineyard.ofRips(sequence, 2, scale);
        for (int step = 0; step < sequence.size(); step++) {
            List<PersistenceDiagram> expected = VietorisRips.upToDimension(2)
                    .upToScale(scale)
                    .diagrams(sequence.get(step))
                    .byDimension();
            assertThat(components.diagram(step, 0)).isEqualTo(expected.get(0));
            for (int dimension = 0; dimension < 3; dimension++) {
                assertThat(voids.diagram(step, dimension)).isEqualTo(expected.get(dimension));
                assertThat(loops.diagram(step, dimension).size())
                        .isEqualTo(dimension < 2 ? expected.get(dimension).size() : 0);
            }
        }
    }
}
