package org.crease.homology;

import java.util.Arrays;
import org.crease.homology.diagram.PersistenceDiagram;

/**
 * The living classes of one dimension, 1 or above, and the values of their cocycles on any simplex, computed only when
 * asked for. A simplex that a {@link LuneGradient} pairs with a facet has value 0. One paired with a cofacet has the value
 * that makes the boundary of the cofacet vanish, so asks for the other facets' values, and so on down the filtration; all
 * are remembered.
 */
final class MorseCocycles {
    private static final int UNKNOWN = -1;
    private static final int BETWEEN_CHECKS = 1024;

    private final LuneGradient gradient;
    private final SimplexIndex index;
    private final PrimeField field;
    private final int size; // of simplices, in points
    private final Annotations annotations;
    private final DenseSum boundary;
    private final LongIntMap known = new LongIntMap();
    private final ClassBirths births = new ClassBirths();
    private final PersistenceDiagram.Builder diagram;

    // simplices being valued: each the cofacet it is paired with, the place of the point added, the next facet, the sum
    private int[] cofacets = new int[256];
    private int[] added = new int[64];
    private int[] next = new int[64];
    private int[] sums = new int[64];
    private int depth;
    private final int[] facet;
    private final int[] copy;
    private int steps;
    private int living;

    MorseCocycles(LuneGradient gradient, SimplexIndex index, PrimeField field, int dimension) {
        this.gradient = gradient;
        this.index = index;
        this.field = field;
        size = dimension + 1;
        annotations = new Annotations(field);
        boundary = new DenseSum(field);
        diagram = new PersistenceDiagram.Builder(dimension);
        facet = new int[size];
        copy = new int[size];
    }

    /** Memory held, about. */
    long bytes() {
        return known.bytes() + annotations.bytes();
    }

    /** A class is born with a critical simplex, its points in descending order. */
    void birth(int[] simplex, float diameter) {
        births.add(diameter);
        living++;
        known.put(index.of(simplex, size), annotations.birth());
    }

    /**
     * The values of the living classes' cocycles on the boundary of a simplex of one dimension more, its points in descending
     * order.
     */
    SparseVector onBoundary(int[] simplex) throws InterruptedException {
        if (living == 0) {
            return SparseVector.zero();
        }
        int[] side = new int[size];
        for (int without = 0; without <= size; without++) {
            System.arraycopy(simplex, 0, side, 0, without);
            System.arraycopy(simplex, without + 1, side, without, size - without);
            annotations.addTo(boundary, sign(without), value(side));
        }
        return boundary.last() == DenseSum.NONE ? SparseVector.zero() : boundary.take();
    }

    /** The youngest class that is not 0 on a boundary dies. */
    void death(SparseVector onBoundary, float diameter) {
        living--;
        diagram.add(births.end(onBoundary.last()), diameter);
        annotations.vanish(onBoundary);
    }

    /** The diagram, once the filtration is at its end. */
    PersistenceDiagram diagram() {
        births.addLiving(diagram);
        return diagram.build();
    }

    /** The annotation of a simplex, its points in descending order. */
    int value(int[] simplex) throws InterruptedException {
        int value = look(simplex);
        while (depth > 0) {
            value = proceed();
        }
        return value;
    }

    /** The annotation of a simplex, or {@link #UNKNOWN} after putting it on the stack. */
    private int look(int[] simplex) {
        System.arraycopy(simplex, 0, copy, 0, size);
        int partner = gradient.partner(copy, size);
        if (partner != LuneGradient.NONE && contains(simplex, partner)) {
            return Annotations.ZERO;
        }
        int value = known.get(index.of(simplex, size));
        if (value != LongIntMap.ABSENT) {
            return value;
        } else if (partner == LuneGradient.NONE) {
            return Annotations.ZERO; // it ended a class
        }
        push(simplex, partner);
        return UNKNOWN;
    }

    private boolean contains(int[] simplex, int point) {
        for (int k = 0; k < size; k++) {
            if (simplex[k] == point) {
                return true;
            }
        }
        return false;
    }

    private void push(int[] simplex, int partner) {
        if (depth == added.length) {
            added = Arrays.copyOf(added, 2 * depth);
            next = Arrays.copyOf(next, 2 * depth);
            sums = Arrays.copyOf(sums, 2 * depth);
        }
        int start = depth * (size + 1);
        if (start + size >= cofacets.length) {
            cofacets = Arrays.copyOf(cofacets, 2 * (start + size + 1));
        }
        int place = 0;
        while (place < size && simplex[place] > partner) {
            cofacets[start + place] = simplex[place];
            place++;
        }
        cofacets[start + place] = partner;
        System.arraycopy(simplex, place, cofacets, start + place + 1, size - place);
        added[depth] = place;
        next[depth] = 0;
        sums[depth++] = Annotations.ZERO;
    }

    /** Goes on with the topmost simplex until it is valued or another is needed; the value or {@link #UNKNOWN}. */
    private int proceed() throws InterruptedException {
        if (++steps % BETWEEN_CHECKS == 0 && Thread.interrupted()) {
            throw new InterruptedException("interrupted while following cocycles of dimension " + (size - 1));
        }
        int top = depth - 1;
        while (next[top] <= size) {
            int place = next[top];
            if (place != added[top]) {
                copyFacet(top * (size + 1), place);
                int value = look(facet);
                if (value == UNKNOWN) {
                    return UNKNOWN;
                }
                sums[top] = annotations.sum(sums[top], sign(place), value);
            }
            next[top]++;
        }
        depth--;
        int value = annotations.sum(Annotations.ZERO, field.negative(sign(added[top])), sums[top]);
        known.put(indexWithout(top * (size + 1), added[top]), value);
        return value;
    }

    private int sign(int place) {
        return (place & 1) == 0 ? 1 : field.negative(1);
    }

    private void copyFacet(int start, int without) {
        System.arraycopy(cofacets, start, facet, 0, without);
        System.arraycopy(cofacets, start + without + 1, facet, without, size - without);
    }

    private long indexWithout(int start, int without) {
        copyFacet(start, without);
        return index.of(facet, size);
    }
}
