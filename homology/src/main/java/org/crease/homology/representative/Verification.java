package org.crease.homology.representative;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crease.homology.metric.DistanceMatrix;
import org.crease.homology.metric.FiniteMetricSpace;
import org.crease.homology.metric.SparseDistances;
import org.crease.homology.metric.WeightedSpace;

/**
 * Proves bars of Vietoris-Rips persistence by their representatives, from the distances alone and without any reduction. What
 * a {@link Bar} says of its chains is checked term by term. It follows that the diagram has such a bar: the cocycle vanishes
 * on every cycle that is there before the birth and on every boundary before the death, but not on the bar's cycle, which
 * is a boundary at the death.
 *
 * <p>Time is that of the terms of the cocycle times the number of points times (dimension + 2), and of the other chains; no
 * complex is built, so there is no limit to its size. Memory is that of a distance matrix (none for
 * {@link SparseDistances}) and a table of the terms.
 */
public final class Verification {
    private final FiniteMetricSpace space;
    private final float[] births;
    private final int modulus;
    private final double threshold;

    private Verification(FiniteMetricSpace space, float[] births, int modulus, double threshold) {
        this.space = space;
        this.births = births;
        this.modulus = modulus;
        this.threshold = threshold;
    }

    /**
     * Verification of bars of a space.
     *
     * @param modulus number of elements of the field of coefficients, a prime
     * @param threshold the largest scale looked at: infinite bars are proved up to it
     * @throws IllegalArgumentException when a distance is negative or NaN
     * @throws InterruptedException when the thread is interrupted
     */
    public static Verification of(FiniteMetricSpace space, int modulus, double threshold) throws InterruptedException {
        FiniteMetricSpace known = space instanceof SparseDistances ? space : DistanceMatrix.of(space);
        return new Verification(known, births(space), modulus, threshold);
    }

    private static float[] births(FiniteMetricSpace space) {
        if (!(space instanceof WeightedSpace weighted)) {
            return new float[0];
        }
        float[] births = new float[space.size()];
        for (int point = 0; point < births.length; point++) {
            births[point] = weighted.birth(point);
        }
        return births;
    }

    /**
     * Proves all bars of a result, each with its multiplicity.
     *
     * @throws IllegalArgumentException when one is wrong, with what is
     * @throws InterruptedException when the thread is interrupted
     */
    public static void verify(FiniteMetricSpace space, Representatives representatives) throws InterruptedException {
        Verification verification = of(
                space,
                representatives.diagrams().field(),
                representatives.diagrams().threshold());
        Map<List<Float>, List<Bar>> equal = new LinkedHashMap<>();
        for (Bar bar : representatives.bars()) {
            verification.verify(bar);
            equal.computeIfAbsent(List.of((float) bar.dimension(), bar.birth(), bar.death()), key -> new ArrayList<>())
                    .add(bar);
        }
        for (List<Bar> bars : equal.values()) {
            Independence.require(bars);
        }
    }

    /**
     * Proves one bar.
     *
     * @throws IllegalArgumentException when something is wrong, with what is
     * @throws InterruptedException when the thread is interrupted
     */
    public void verify(Bar bar) throws InterruptedException {
        new BarProof(space, births, modulus, threshold, bar).check();
    }
}
