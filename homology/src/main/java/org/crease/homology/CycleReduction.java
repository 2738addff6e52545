package org.crease.homology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cycles of one dimension that are born and die where known pairs of simplices say. The boundary that ended a class is a
 * cycle. From the largest diameter down, simplices that are paired in closed form with a cofacet go out by its boundary. Of
 * those left, the last that gave birth to a class is the one wanted, or goes out by the cycle of its class, which is made
 * when it is met and kept. Only what the cycles asked for need is ever looked at.
 *
 * <p>The simplices whose boundaries were added up are the cycle's filling.
 *
 * <p>M. Čufar, Ž. Virk, <i>Fast computation of persistent homology representatives with involuted persistent homology</i>,
 * arXiv:2105.03629.
 */
final class CycleReduction {
    private final PrimeField field;
    private final PairedSimplices pairs;
    private final Facets facets;
    private final int dimension;
    private final Map<Integer, Column> reduced = new HashMap<>(); // by death
    private int finished;

    /** For cycles of a dimension, at least 1. */
    CycleReduction(int dimension, SimplexIndex index, EdgeLengths lengths, PrimeField field, PairedSimplices pairs) {
        this.dimension = dimension;
        this.field = field;
        this.pairs = pairs;
        facets = new Facets(index, lengths, dimension + 2);
    }

    /** A cycle, and what it is the boundary of. */
    record FilledCycle(Terms cycle, Terms filling) {}

    /** The cycle of the class of a death; its coefficient at the birth is 1. */
    FilledCycle cycle(int death) throws InterruptedException {
        Column column = reduced.get(death);
        if (column == null) {
            column = column(death);
            reduce(column);
        }
        return new FilledCycle(column.cycle, filling(column));
    }

    /** A cycle of one dimension more in which a simplex is the last, with the coefficient 1: its boundary is filled. */
    Terms closed(long simplex, int diameter) throws InterruptedException {
        Terms start = new Terms();
        start.add(simplex, diameter, 1);
        Column column = new Column(LongIntMap.ABSENT, start);
        reduce(column);
        reduced.remove(LongIntMap.ABSENT);
        return filling(column);
    }

    private Column column(int death) throws InterruptedException {
        Terms ending = new Terms();
        pairs.ending(death, ending);
        return new Column(death, ending);
    }

    private void reduce(Column wanted) throws InterruptedException {
        Deque<Column> waiting = new ArrayDeque<>();
        waiting.push(wanted);
        while (!waiting.isEmpty()) {
            Column missing = waiting.element().proceed();
            if (missing == null) {
                Column done = waiting.pop();
                done.finish();
                reduced.put(done.death, done);
            } else {
                waiting.push(missing);
            }
        }
    }

    /** The simplices that a cycle bounds, added up over all boundaries that were used, the last finished first. */
    private Terms filling(Column wanted) {
        TreeMap<Integer, Column> open = new TreeMap<>();
        Map<Integer, Integer> factors = new HashMap<>();
        open.put(wanted.order, wanted);
        factors.put(wanted.order, 1);
        WorkingColumn sum = new WorkingColumn(field);
        while (!open.isEmpty()) {
            Column column = open.pollLastEntry().getValue();
            int factor = factors.getOrDefault(column.order, 0);
            if (factor != 0) {
                column.addTo(sum, factor);
                column.open(open, factors, factor);
            }
        }
        sum.restoreOrder();
        return Terms.of(sum);
    }

    private void requireUninterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while looking for a cycle of dimension " + dimension);
        }
    }

    /** The reduction of one boundary. */
    private final class Column {
        private final int death; // ABSENT of a boundary that is filled to the end
        private final Terms bounding; // simplices whose boundaries were added
        private final Map<Column, Integer> used = new HashMap<>(); // cycles that were, and how often
        private final WorkingColumn rest = new WorkingColumn(field); // keys complemented, so that the last comes first
        private final WorkingColumn held = new WorkingColumn(field); // of one diameter, not paired with a cofacet
        private final Terms cycle = new Terms();
        private int atBirth = 1; // coefficient
        private int order = -1; // in which it was finished

        Column(int death, Terms ending) throws InterruptedException {
            this.death = death;
            this.bounding = ending;
            for (int term = 0; term < ending.size(); term++) {
                addBoundary(ending.simplex(term), ending.coefficient(term));
            }
        }

        /** Goes on until the birth is last, or a cycle is needed that is not there yet. */
        @Nullable
        Column proceed() throws InterruptedException {
            while (true) {
                Terms last = settle();
                int place = lastBirth(last);
                if (place < 0) {
                    requireEnd(last);
                    return null;
                }
                int other = pairs.death(last.simplex(place));
                if (other == death) {
                    atBirth = last.coefficient(place);
                    return null;
                }
                Column column = reduced.get(other);
                if (column == null) {
                    return column(other);
                }
                add(column, field.negative(last.coefficient(place)));
            }
        }

        /** Goes down the diameters to the first where something is left that no cofacet takes out; copies that. */
        private Terms settle() throws InterruptedException {
            Terms left = new Terms();
            while (left.size() == 0 && rest.takeFirst()) {
                int diameter = rest.diameter();
                pushOrHold();
                while (rest.takeFirstOf(diameter)) {
                    pushOrHold();
                }
                held.restoreOrder();
                while (held.takeFirst()) {
                    left.add(held.simplex(), held.diameter(), held.coefficient());
                    rest.add(~held.simplex(), ~held.diameter(), held.coefficient());
                }
            }
            return left;
        }

        private void pushOrHold() throws InterruptedException {
            long simplex = ~rest.simplex();
            int diameter = ~rest.diameter();
            int coefficient = rest.coefficient();
            long cofacet = pairs.cofacet(simplex, diameter);
            if (cofacet == PairedSimplices.NONE) {
                held.append(simplex, diameter, coefficient);
                return;
            }
            rest.add(~simplex, ~diameter, coefficient);
            int factor = field.times(field.negative(coefficient), facets.sign(cofacet, simplex, field));
            bounding.add(cofacet, diameter, factor);
            addBoundary(cofacet, factor);
        }

        /** The place of the simplex whose class was born last, or -1. */
        private int lastBirth(Terms terms) {
            int last = -1;
            int lastDeath = LongIntMap.ABSENT;
            for (int term = 0; term < terms.size(); term++) {
                int other = pairs.death(terms.simplex(term));
                if (other != LongIntMap.ABSENT
                        && (lastDeath == LongIntMap.ABSENT || pairs.isBornLater(other, lastDeath))) {
                    last = term;
                    lastDeath = other;
                }
            }
            return last;
        }

        private void requireEnd(Terms left) {
            if (left.size() > 0 || death != LongIntMap.ABSENT) {
                throw new AssertionError("cycle of dimension " + dimension + " for death " + death
                        + " does not come from a birth; " + left.size() + " simplices are left");
            }
        }

        private void addBoundary(long simplex, int factor) throws InterruptedException {
            requireUninterrupted();
            facets.of(simplex);
            while (facets.next()) {
                int coefficient = facets.isNegative() ? field.negative(factor) : factor;
                rest.add(~facets.facet(), ~facets.diameter(), coefficient);
            }
        }

        private void add(Column other, int factor) throws InterruptedException {
            requireUninterrupted();
            used.merge(other, factor, field::plus);
            for (int term = 0; term < other.cycle.size(); term++) {
                rest.add(
                        ~other.cycle.simplex(term),
                        ~other.cycle.diameter(term),
                        field.times(factor, other.cycle.coefficient(term)));
            }
        }

        /** Keeps the cycle with the coefficient 1 at the birth. */
        void finish() {
            order = finished++;
            while (rest.takeFirst()) {
                cycle.add(~rest.simplex(), ~rest.diameter(), rest.coefficient());
            }
            int factor = field.inverse(atBirth);
            cycle.multiply(factor, field);
            bounding.multiply(factor, field);
            used.replaceAll((column, times) -> field.times(factor, times));
        }

        void addTo(WorkingColumn sum, int factor) {
            for (int term = 0; term < bounding.size(); term++) {
                sum.append(
                        bounding.simplex(term),
                        bounding.diameter(term),
                        field.times(factor, bounding.coefficient(term)));
            }
        }

        void open(Map<Integer, Column> open, Map<Integer, Integer> factors, int factor) {
            used.forEach((column, times) -> {
                open.put(column.order, column);
                factors.merge(column.order, field.times(factor, times), field::plus);
            });
        }
    }
}
