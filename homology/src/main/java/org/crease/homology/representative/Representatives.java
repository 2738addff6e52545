package org.crease.homology.representative;

import java.util.Comparator;
import java.util.List;
import org.crease.homology.diagram.Diagrams;

/**
 * The diagrams of a filtration, and those of their bars that were asked for with representatives.
 *
 * @param diagrams all bars
 * @param bars those asked for, by dimension, the longest first; equal ones by birth, then birth simplex
 */
public record Representatives(Diagrams diagrams, List<Bar> bars) {
    private static final Comparator<Bar> ORDER = Comparator.comparingInt(Bar::dimension)
            .thenComparing(Comparator.comparingDouble(Bar::length).reversed())
            .thenComparingDouble(Bar::birth)
            .thenComparing(Bar::birthSimplex);

    public Representatives {
        bars = bars.stream().sorted(ORDER).toList();
    }

    /** The bars of one dimension that were asked for, the longest first. */
    public List<Bar> ofDimension(int dimension) {
        return bars.stream().filter(bar -> bar.dimension() == dimension).toList();
    }
}
