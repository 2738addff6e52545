package org.crease.homology.complex;

import java.util.List;
import org.crease.homology.diagram.PersistenceDiagram;
import org.crease.homology.metric.FiniteMetricSpace;

/**
 * The bars of a sequence of filtrations of the same simplices, each followed from step to step: where diagrams show points,
 * this shows which point has moved where. Over Z/2.
 *
 * <p>Between two steps every value moves in a straight line. The order of the simplices changes by transpositions of
 * neighbours, and each tells which bar goes on as which; this is exact, unlike a matching of the points of one diagram
 * with those of the next. A bar that gets to length zero at a step ends there as a vine. Where several simplices meet at
 * once, or two bars in one point, one of the possible continuations is taken.
 *
 * <p>From one step to the next there are as many transpositions as pairs of simplices of one dimension whose order
 * differs, half of all pairs at worst; each adds at most a few columns. Memory is that of a reduction with its sums of
 * columns, and 16 bytes for a pair of simplices at a step.
 *
 * <p>D. Cohen-Steiner, H. Edelsbrunner, D. Morozov, <i>Vines and vineyards by updating persistence in linear time</i>,
 * SoCG 2006.
 */
public final class Vineyard {
    private final int steps;
    private final List<Vine> vines;

    private Vineyard(int steps, List<Vine> vines) {
        this.steps = steps;
        this.vines = List.copyOf(vines);
    }

    /**
     * Follows the bars of a sequence of complexes, in all their dimensions.
     *
     * @param sequence at least one complex; all with the same simplices
     * @throws IllegalArgumentException when they are not so
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public static Vineyard of(List<FilteredComplex> sequence) throws InterruptedException {
        return new Vineyard(
                sequence.size(), new VineTracker(sequence, Integer.MAX_VALUE, Double.POSITIVE_INFINITY).vines());
    }

    /**
     * Follows the bars of Vietoris-Rips filtrations of the same points with changing distances, such as activations at
     * one checkpoint after another. At each step the bars are those of {@link org.crease.homology.VietorisRips} up to
     * this scale.
     *
     * <p>All simplices within the scale at any of the steps are written down: a hundred points or two for dimension 1, unless
     * the scale is small, and a few dozen above.
     *
     * @param sequence at least one space; all with as many points, and finite distances
     * @param dimension the largest of a bar, from 0
     * @param scale up to which bars are followed; those that live there are infinite
     * @throws IllegalArgumentException when they are not so
     * @throws InterruptedException when the thread is interrupted, within a fraction of a second
     */
    public static Vineyard ofRips(List<? extends FiniteMetricSpace> sequence, int dimension, double scale)
            throws InterruptedException {
        if (dimension < 0) {
            throw new IllegalArgumentException("homology dimension is " + dimension + "; it must not be negative");
        }
        if (!(scale >= 0)) {
            throw new IllegalArgumentException("threshold is " + scale + "; it must be zero or positive");
        }
        if (dimension <= 1) {
            return new Vineyard(sequence.size(), new RipsVines(sequence, dimension, scale).vines());
        }
        RipsSequence rips = new RipsSequence(sequence, scale);
        List<FilteredComplex> complexes = rips.complexes(dimension + 2);
        return new Vineyard(sequence.size(), new VineTracker(complexes, dimension, rips.scale()).vines());
    }

    /** Number of steps of the sequence. */
    public int steps() {
        return steps;
    }

    /** All vines, by dimension, then first step, then birth there. */
    public List<Vine> vines() {
        return vines;
    }

    /** The diagram of a step: the bars of the vines that have more than length zero there. */
    public PersistenceDiagram diagram(int step, int dimension) {
        PersistenceDiagram.Builder diagram = new PersistenceDiagram.Builder(dimension);
        for (Vine vine : vines) {
            if (vine.dimension() == dimension && vine.firstStep() <= step && step <= vine.lastStep()) {
                diagram.add(vine.birth(step), vine.death(step));
            }
        }
        return diagram.build();
    }
}
