package org.crease.homology;

import org.crease.homology.diagram.PersistenceDiagram;

/**
 * Reduces the coboundaries of the simplices of one dimension, the last in the filtration first: a column is added to
 * another until no two have the same first cofacet, their pivot. A simplex and its pivot are then a bar.
 *
 * <p>Columns of apparent pairs are made when they are met. A column whose first cofacet of its own diameter is nobody's
 * pivot is done before it is written down (an <i>emergent</i> pair).
 */
final class Reduction {
    private final int size;
    private final PrimeField field;
    private final Cofacets cofacets;
    private final ApparentPairs pairs;
    private final WorkingColumn column;
    private final WorkingColumn terms; // of which the column is the coboundary
    private final ReducedColumns reduced = new ReducedColumns();
    private final PersistenceDiagram.Builder bars;
    private final ColumnObserver observer;

    /** For simplices of {@code size} points. */
    Reduction(RipsGraph graph, SimplexIndex index, int size, PrimeField field, ColumnObserver observer) {
        this.observer = observer;
        this.size = size;
        this.field = field;
        cofacets = new Cofacets(graph, index, size);
        pairs = new ApparentPairs(graph, index, size + 1);
        column = new WorkingColumn(field);
        terms = new WorkingColumn(field);
        bars = new PersistenceDiagram.Builder(size - 1);
    }

    /** Reduces the columns of these simplices, in this order; to be called once. */
    PersistenceDiagram diagram(Columns simplices, Watch watch) throws InterruptedException {
        for (int k = 0; k < simplices.count(); k++) {
            watch.at(k, simplices.count());
            reduce(simplices.simplex(k), simplices.diameter(k));
            watch.holds(simplices.bytes() + reduced.bytes() + column.bytes() + terms.bytes());
        }
        return bars.build();
    }

    /** The pivots found, which are simplices of one dimension above. */
    LongIntMap pivots() {
        return reduced.columnByPivot();
    }

    private void reduce(long simplex, int diameter) throws InterruptedException {
        if (begin(simplex, diameter)) {
            return;
        }
        terms.clear();
        terms.append(simplex, diameter, 1);
        while (column.takeFirst()) {
            long pivot = column.simplex();
            int other = reduced.withPivot(pivot);
            if (other != LongIntMap.ABSENT) {
                int factor = field.times(column.coefficient(), field.inverse(reduced.pivotCoefficient(other)));
                addColumn(other, field.negative(factor));
                continue;
            }
            long facet = pairs.facet(pivot, size + 1, column.diameter());
            if (facet == ApparentPairs.NONE) {
                end(diameter);
                return;
            }
            int factor = pairs.isNegative() ? column.coefficient() : field.negative(column.coefficient());
            addApparent(facet, factor);
        }
        bars.add(Float.intBitsToFloat(diameter), Double.POSITIVE_INFINITY);
        terms.restoreOrder();
        observer.unpaired(terms);
    }

    /** Starts the column of a simplex; whether it is done already, in an emergent pair. */
    private boolean begin(long simplex, int diameter) throws InterruptedException {
        requireUninterrupted();
        column.clear();
        boolean emergentPossible = true;
        cofacets.of(simplex, size, diameter);
        while (cofacets.next()) {
            if (emergentPossible && cofacets.diameter() == diameter) {
                if (isFree(cofacets.simplex(), diameter)) {
                    reduced.addTerm(simplex, diameter, 1);
                    reduced.add(cofacets.simplex(), sign(1));
                    observer.paired(reduced, cofacets.simplex(), diameter);
                    return true;
                }
                emergentPossible = false;
            }
            column.append(cofacets.simplex(), cofacets.diameter(), sign(1));
        }
        column.restoreOrder();
        return false;
    }

    private boolean isFree(long cofacet, int diameter) {
        return reduced.withPivot(cofacet) == LongIntMap.ABSENT
                && pairs.facet(cofacet, size + 1, diameter) == ApparentPairs.NONE;
    }

    private void end(int diameter) {
        bars.add(Float.intBitsToFloat(diameter), Float.intBitsToFloat(column.diameter()));
        terms.restoreOrder();
        while (terms.takeFirst()) {
            reduced.addTerm(terms.simplex(), terms.diameter(), terms.coefficient());
        }
        reduced.add(column.simplex(), column.coefficient());
        observer.paired(reduced, column.simplex(), column.diameter());
    }

    private void addColumn(int other, int factor) throws InterruptedException {
        restorePivot();
        for (int term = reduced.firstTerm(other); term < reduced.endOfTerms(other); term++) {
            int coefficient = field.times(factor, reduced.coefficient(term));
            addCoboundary(reduced.simplex(term), reduced.diameter(term), coefficient);
        }
    }

    private void addApparent(long facet, int factor) throws InterruptedException {
        int diameter = column.diameter(); // pairs are of equal diameter
        restorePivot();
        addCoboundary(facet, diameter, factor);
    }

    private void restorePivot() {
        column.add(column.simplex(), column.diameter(), column.coefficient());
    }

    private void addCoboundary(long simplex, int diameter, int factor) throws InterruptedException {
        requireUninterrupted();
        terms.append(simplex, diameter, factor);
        cofacets.of(simplex, size, diameter);
        while (cofacets.next()) {
            column.add(cofacets.simplex(), cofacets.diameter(), sign(factor));
        }
    }

    private int sign(int factor) {
        return cofacets.isNegative() ? field.negative(factor) : factor;
    }

    private void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while reducing coboundaries of dimension " + (size - 1));
        }
    }
}
