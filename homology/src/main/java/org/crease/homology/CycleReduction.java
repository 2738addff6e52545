package org.crease.homology;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import org.crease.homology.representative.Chain;
import org.crease.homology.representative.Filling;
import org.jspecify.annotations.Nullable;

/**
 * Cycles of one dimension that are born and die where known pairs of simplices say. The boundary that ended a class is a
 * cycle. By a {@link BoundaryFlow} simplices that are paired in closed form with a cofacet go out, until of those that may be
 * the last of a cycle only births of classes are left, mostly few. There the cycle is reduced: as long as
 * the last birth is not the one wanted, it goes out by the cycle of its class, which is made when it is met and kept. So
 * reduction is that of short vectors over classes; simplices come in when the sum is known. Only what the cycles asked for
 * need is ever looked at.
 *
 * <p>A cycle that bounds goes out in the same way; the simplices whose boundaries it took are its filling.
 *
 * <p>M. Čufar, Ž. Virk, <i>Fast computation of persistent homology representatives with involuted persistent homology</i>,
 * arXiv:2105.03629.
 */
final class CycleReduction {
    private final PrimeField field;
    private final PairedSimplices pairs;
    private final SimplexIndex index;
    private final EdgeLengths lengths;
    private final int dimension;
    private @Nullable Column[] columns = new Column[64]; // by death
    private final Descents descents;
    private final BoundaryFlow flow;
    private final VectorSum left; // of simplices
    private final VectorSum taken; // of cofacets
    private final VectorSum births; // by place in their order
    private final VectorSum endings; // that add up to that, by death

    /** For cycles of a dimension, at least 1. */
    CycleReduction(int dimension, SimplexIndex index, EdgeLengths lengths, PrimeField field, PairedSimplices pairs) {
        this.dimension = dimension;
        this.field = field;
        this.pairs = pairs;
        this.index = index;
        this.lengths = lengths;
        descents = new Descents(pairs, new Facets(index, lengths, dimension + 2));
        flow = new BoundaryFlow(dimension, field, pairs, new Facets(index, lengths, dimension + 2), descents);
        left = VectorSum.over(field);
        taken = VectorSum.over(field);
        births = VectorSum.over(field);
        endings = VectorSum.over(field);
    }

    /** Makes what the cycles of the classes of many deaths need, in less time than one by one. */
    synchronized void prepare(int... deaths) throws InterruptedException {
        BitSet wanted = new BitSet();
        for (int death : deaths) {
            wanted.set(death);
        }
        for (BitSet missing = wanted; !missing.isEmpty(); missing = missing(missing)) {
            makeAll(missing);
        }
        for (int death = wanted.nextSetBit(0); death >= 0; death = wanted.nextSetBit(death + 1)) {
            reduce(column(death));
        }
    }

    private void makeAll(BitSet deaths) throws InterruptedException {
        int[] numbers = deaths.stream().toArray();
        for (int k = 0; k < numbers.length; k++) {
            addEnding(k, numbers[k]);
        }
        BoundaryFlow.Outcome[] outcomes = flow.outcomes(numbers.length);
        for (int k = 0; k < numbers.length; k++) {
            put(numbers[k], outcomes[k]);
        }
    }

    /** The deaths without a column by which those of some deaths are reduced, but for what comes in by that. */
    private BitSet missing(BitSet deaths) throws InterruptedException {
        BitSet missing = new BitSet();
        for (int death = deaths.nextSetBit(0); death >= 0; death = deaths.nextSetBit(death + 1)) {
            SparseVector births = column(death).cycle;
            int k = births.size() - 1;
            for (; k >= 0 && pairs.deathOf(births.place(k)) != death; k--) {
                int other = pairs.deathOf(births.place(k));
                if (other >= columns.length || columns[other] == null) {
                    missing.set(other);
                }
            }
        }
        return missing;
    }

    private void addEnding(int boundary, int death) {
        Terms ending = new Terms();
        pairs.ending(death, ending);
        for (int term = 0; term < ending.size(); term++) {
            flow.addBoundary(boundary, ending.simplex(term), ending.coefficient(term));
        }
    }

    private Column put(int death, BoundaryFlow.Outcome outcome) {
        if (death >= columns.length) {
            columns = Arrays.copyOf(columns, Math.max(death + 1, 2 * columns.length));
        }
        Column column = new Column(death, outcome);
        columns[death] = column;
        return column;
    }

    /** The cycle of the class of a death; its coefficient at the birth is 1. */
    synchronized Chain cycle(int death) throws InterruptedException {
        Column column = column(death);
        if (!column.isReduced) {
            reduce(column);
        }
        return descents.simplices().chain(flowed(column.used), dimension, 1, index, field);
    }

    /** What is left of a sum of endings. */
    private SparseVector flowed(SparseVector used) throws InterruptedException {
        if (used.size() == 1) {
            return column(used.place(0)).outcome.left().times(used.residue(0), field);
        }
        for (int k = 0; k < used.size(); k++) {
            left.add(used.residue(k), column(used.place(k)).outcome.left());
        }
        return left.take();
    }

    /** What is known of a cycle that bounds, for when its filling is asked for. */
    Filling filling(Chain cycle) {
        return () -> fill(cycle);
    }

    private synchronized Chain fill(Chain cycle) throws InterruptedException {
        // an interruption may have left something
        flow.clear();
        left.take();
        taken.take();
        births.take();
        endings.take();
        int[] points = new int[dimension + 1];
        for (int term = 0; term < cycle.size(); term++) {
            for (int place = 0; place <= dimension; place++) {
                points[place] = cycle.point(term, dimension - place);
            }
            int simplex = descents.number(index.of(points, dimension + 1), diameter(points));
            flow.add(0, simplex, cycle.coefficient(term));
        }
        // 0 = cycle + boundary; and boundaries are signed by descending points, which in odd dimensions is the opposite
        int sign = dimension % 2 == 0 ? 1 : field.negative(1);
        return filling(sign);
    }

    private int diameter(int[] points) {
        int longest = 0;
        for (int a = 1; a < points.length; a++) {
            for (int b = 0; b < a; b++) {
                longest = Math.max(longest, lengths.length(points[a], points[b]));
            }
        }
        return longest;
    }

    /** A cycle of one dimension more in which a simplex is the last, with the coefficient 1: its boundary is filled. */
    synchronized Chain closed(long simplex) throws InterruptedException {
        flow.addBoundary(0, simplex, 1);
        return filling(1);
    }

    /** What the boundary at hand takes to come to nothing, times a factor. */
    private Chain filling(int factor) throws InterruptedException {
        Column column = new Column(LongIntMap.ABSENT, flow.outcomes(1)[0]);
        reduce(column);
        taken.add(1, column.outcome.taken());
        for (int k = 0; k < column.used.size(); k++) {
            taken.add(
                    column.used.residue(k), column(column.used.place(k)).outcome.taken());
        }
        return descents.cofacets().chain(taken.take(), dimension + 1, factor, index, field);
    }

    private Column column(int death) throws InterruptedException {
        Column column = death < columns.length ? columns[death] : null;
        if (column == null) {
            addEnding(0, death);
            column = put(death, flow.outcomes(1)[0]);
        }
        return column;
    }

    /** The column of a death, once it is reduced. */
    private @Nullable Column reduced(int death) {
        Column column = death < columns.length ? columns[death] : null;
        return column != null && column.isReduced ? column : null;
    }

    private void reduce(Column wanted) throws InterruptedException {
        Deque<Column> waiting = new ArrayDeque<>();
        waiting.push(wanted);
        while (!waiting.isEmpty()) {
            Column missing = waiting.element().proceed();
            if (missing == null) {
                waiting.pop();
            } else {
                waiting.push(missing);
            }
        }
    }

    private void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while looking for a cycle of dimension " + dimension);
        }
    }

    /** A boundary that ended a class, or another that is to go out. */
    private final class Column {
        private final int death; // ABSENT of a boundary that is filled to the end
        private final BoundaryFlow.Outcome outcome; // of the ending
        private SparseVector cycle; // that is left after reduction: classes that die, by place of birth
        private SparseVector used; // endings that add up to it
        private boolean isReduced;

        Column(int death, BoundaryFlow.Outcome outcome) {
            this.death = death;
            this.outcome = outcome;
            cycle = outcome.births();
            used = death == LongIntMap.ABSENT ? SparseVector.zero() : SparseVector.unit(death);
        }

        /** Goes on until the birth is last, or a cycle is needed that is not there yet. */
        @Nullable
        Column proceed() throws InterruptedException {
            int other = cycle.size() == 0 ? LongIntMap.ABSENT : pairs.deathOf(cycle.last());
            if (other != death) {
                births.add(1, cycle);
                endings.add(1, used);
                other = reduce();
                cycle = births.take();
                used = endings.take();
            }
            if (other != death) {
                return column(other);
            }
            if (cycle.size() > 0) {
                int factor = field.inverse(cycle.residue(cycle.size() - 1));
                cycle = cycle.times(factor, field);
                used = used.times(factor, field);
            }
            isReduced = true;
            return null;
        }

        /** Adds cycles up to the own death or one whose cycle is not there yet; that death. */
        private int reduce() throws InterruptedException {
            for (int last = births.last(); last != VectorSum.NONE; last = births.last()) {
                requireUninterrupted();
                int other = pairs.deathOf(last);
                Column column = reduced(other);
                if (column == null) {
                    return other;
                }
                int factor = field.negative(births.at(last));
                births.add(factor, column.cycle);
                endings.add(factor, column.used);
            }
            if (death != LongIntMap.ABSENT) {
                throw new AssertionError(
                        "cycle of dimension " + dimension + " for death " + death + " does not come from a birth");
            }
            return LongIntMap.ABSENT;
        }
    }
}
