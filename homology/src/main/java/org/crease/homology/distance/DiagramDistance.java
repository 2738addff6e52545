package org.crease.homology.distance;

import org.crease.homology.diagram.PersistenceDiagram;

/**
 * A distance between persistence diagrams, in the unit of the scale they were filtered by. Thread-safe.
 *
 * <p>Infinite bars are treated alike by all: different numbers of them are infinitely far apart; equal numbers are matched in
 * ascending order of birth, with each other alone, and what is then between their births counts. Dimensions are not looked
 * at: whoever compares H0 with H1 gets what was asked for.
 */
public interface DiagramDistance {

    /** The distance; 0 for equal diagrams, infinite when they have different numbers of infinite bars. */
    double between(PersistenceDiagram a, PersistenceDiagram b);

    /**
     * The amplitude of a diagram: its distance from the empty one, infinite when it has an infinite bar.
     *
     * <p>A. Garin, G. Tauzin, <i>A topological "reading" lesson</i>, ICMLA 2019, section III-B.
     */
    default double amplitude(PersistenceDiagram diagram) {
        return between(diagram, new PersistenceDiagram.Builder(diagram.dimension()).build());
    }
}
