package org.crease.homology;

import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.FiniteMetricSpace;

/** Something that computes persistent homology of Vietoris-Rips filtrations: {@link VietorisRips}, or another engine. */
@FunctionalInterface
public interface RipsEngine {

    /**
     * The diagrams of a space; of one with no point, diagrams without bars.
     *
     * @throws IllegalArgumentException when a distance is negative or NaN, or the space is more than the engine can take
     * @throws InterruptedException when the thread is interrupted, if the engine notices
     */
    Diagrams diagrams(FiniteMetricSpace space) throws InterruptedException;
}
