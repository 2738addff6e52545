package org.crease.homology.diagram;

import java.util.List;

/**
 * The persistence diagrams of a filtration, and what they were computed with.
 *
 * @param field number of elements of the coefficient field, a prime
 * @param threshold the largest scale looked at
 * @param complete whether nothing happens past the threshold: every infinite bar is then infinite indeed. Otherwise an
 *     infinite bar is one that lives at the threshold
 * @param byDimension the diagrams of dimensions 0, 1, ...
 */
public record Diagrams(int field, double threshold, boolean complete, List<PersistenceDiagram> byDimension) {

    public Diagrams {
        byDimension = List.copyOf(byDimension);
        for (int k = 0; k < byDimension.size(); k++) {
            if (byDimension.get(k).dimension() != k) {
                throw new IllegalArgumentException("diagram " + k + " is of dimension "
                        + byDimension.get(k).dimension() + "; diagrams must be in order of dimension");
            }
        }
    }

    /**
     * The diagram of a dimension.
     *
     * @throws IllegalArgumentException when it was not computed
     */
    public PersistenceDiagram of(int dimension) {
        if (dimension < 0 || dimension >= byDimension.size()) {
            throw new IllegalArgumentException(
                    "no diagram of dimension " + dimension + "; there are those of 0 to " + (byDimension.size() - 1));
        }
        return byDimension.get(dimension);
    }

    /** The largest birth or finite death of all dimensions; 0 when there is none above. */
    public double largest() {
        double largest = 0;
        for (PersistenceDiagram diagram : byDimension) {
            for (int bar = 0; bar < diagram.size(); bar++) {
                double death = diagram.death(bar);
                largest = Math.max(largest, Double.isInfinite(death) ? diagram.birth(bar) : death);
            }
        }
        return largest;
    }

    /**
     * These diagrams in the unit of their {@link #largest} value, so that those of spaces of different size can be compared.
     * Where that is 0 they stay as they are.
     */
    public Diagrams normalised() {
        double unit = largest();
        return unit == 0
                ? this
                : new Diagrams(
                        field,
                        threshold / unit,
                        complete,
                        byDimension.stream()
                                .map(diagram -> diagram.dividedBy(unit))
                                .toList());
    }
}
