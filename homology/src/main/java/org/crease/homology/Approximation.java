package org.crease.homology;

import java.util.Optional;
import org.crease.homology.diagram.Diagrams;
import org.crease.homology.metric.Landmarks;

/**
 * Diagrams that are exact or, where that was beyond a budget, those of max-min landmarks.
 *
 * @param diagrams of the space or of the landmarks
 * @param points how many the space has
 * @param landmarks those used; none when the diagrams are exact
 */
public record Approximation(Diagrams diagrams, int points, Optional<Landmarks> landmarks) {

    /** Whether these are the diagrams of the space. */
    public boolean isExact() {
        return landmarks.isEmpty();
    }

    /**
     * The bottleneck distance from the diagrams of the whole space is at most this, in each dimension: twice the covering
     * radius of the landmarks. It holds for the whole filtration of a space where the triangle inequality does; with a
     * threshold, bars that end near it may be cut in one and not in the other.
     */
    public double bottleneckBound() {
        return landmarks.map(chosen -> 2 * chosen.coveringRadius()).orElse(0.0);
    }

    @Override
    public String toString() {
        return landmarks
                .map(chosen ->
                        "max-min landmarks, %d of %d points; bottleneck distance from the exact diagrams at most %s"
                                .formatted(chosen.indices().length, points, bottleneckBound()))
                .orElse("exact, " + points + " points");
    }
}
