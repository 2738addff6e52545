package org.crease.homology.representative;

import java.util.List;
import org.crease.homology.diagram.Diagrams;

/**
 * The diagrams of a filtration, and those of their bars that were asked for with representatives.
 *
 * @param diagrams all bars
 * @param bars those asked for, by dimension, the longest first; equal ones by birth, then birth simplex
 */
public record Representatives(Diagrams diagrams, List<Bar> bars) {
    public Representatives {
        bars = bars.stream().sorted(Representatives::compare).toList();
    }

    private static int compare(Bar one, Bar other) {
        if (one.dimension() != other.dimension()) {
            return Integer.compare(one.dimension(), other.dimension());
        }
        int byLength = Float.compare(other.length(), one.length());
        int byBirth = byLength == 0 ? Float.compare(one.birth(), other.birth()) : byLength;
        return byBirth == 0 ? one.birthSimplex().compareTo(other.birthSimplex()) : byBirth;
    }

    /** The bars of one dimension that were asked for, the longest first. */
    public List<Bar> ofDimension(int dimension) {
        return bars.stream().filter(bar -> bar.dimension() == dimension).toList();
    }
}
