package org.crease.homology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Cycles of one dimension that are born and die where known pairs of simplices say. The boundary that ends a class is a
 * cycle; while its last simplex is not the one that gave birth to the class, that simplex goes out by a boundary that came
 * earlier. Each such boundary is found in closed form or is a cycle of this kind itself, made when it is met and kept. Only
 * what the cycles asked for need is ever looked at.
 *
 * <p>The simplices whose boundaries were added up are the cycle's filling.
 *
 * <p>M. Čufar, Ž. Virk, <i>Fast computation of persistent homology representatives with involuted persistent homology</i>,
 * arXiv:2105.03629.
 */
final class CycleReduction {
    private static final long NO_BIRTH = -1; // of a boundary that is filled to the end

    private final PrimeField field;
    private final PairedSimplices pairs;
    private final Facets facets;
    private final int size; // of the cycle's simplices, in points
    private final Map<Integer, Column> reduced = new HashMap<>(); // by death
    private int finished;

    /** For cycles of a dimension, at least 1. */
    CycleReduction(int dimension, SimplexIndex index, EdgeLengths lengths, PrimeField field, PairedSimplices pairs) {
        this.field = field;
        this.pairs = pairs;
        size = dimension + 1;
        facets = new Facets(index, lengths, size + 1);
    }

    /** A cycle, and what it is the boundary of. */
    record FilledCycle(Terms cycle, Terms filling) {}

    /** The cycle of the class of a birth; its coefficient there is 1. */
    FilledCycle cycle(long birth) throws InterruptedException {
        int death = pairs.death(birth);
        Column column = reduced.get(death);
        if (column == null) {
            Terms ending = new Terms();
            pairs.ending(death, ending);
            column = new Column(death, birth, ending);
            reduce(column);
        }
        return new FilledCycle(column.cycle, filling(column));
    }

    /** The cycle of one dimension more of which a simplex is the last; one whose boundary bounds earlier simplices. */
    Terms closed(long simplex, int diameter) throws InterruptedException {
        Terms start = new Terms();
        start.add(simplex, diameter, 1);
        Column column = new Column(LongIntMap.ABSENT, NO_BIRTH, start);
        reduce(column);
        return filling(column);
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
        reduced.remove(LongIntMap.ABSENT);
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
        Terms filling = new Terms();
        while (sum.takeFirst()) {
            filling.add(sum.simplex(), sum.diameter(), sum.coefficient());
        }
        return filling;
    }

    /** The reduction of one boundary. */
    private final class Column {
        private final int death;
        private final long birth;
        private final Terms bounding; // simplices whose boundaries were added
        private final Map<Column, Integer> used = new HashMap<>(); // cycles that were, and how often
        private final WorkingColumn rest = new WorkingColumn(field); // keys complemented, so that the last comes first
        private Terms cycle = new Terms();
        private int order = -1; // in which it was finished

        Column(int death, long birth, Terms ending) throws InterruptedException {
            this.death = death;
            this.birth = birth;
            this.bounding = ending;
            for (int term = 0; term < ending.size(); term++) {
                addBoundary(ending.simplex(term), ending.coefficient(term));
            }
        }

        /** Goes on until the last simplex is the birth, or a cycle is needed that is not there yet. */
        @Nullable
        Column proceed() throws InterruptedException {
            while (rest.takeFirst()) {
                long last = ~rest.simplex();
                int diameter = ~rest.diameter();
                int coefficient = rest.coefficient();
                rest.add(~last, ~diameter, coefficient);
                if (last == birth) {
                    return null;
                }
                long cofacet = pairs.cofacet(last, diameter);
                if (cofacet != PairedSimplices.NONE) {
                    push(cofacet, last, diameter, coefficient);
                    continue;
                }
                int other = pairs.death(last);
                Column column = reduced.get(other);
                if (column == null) {
                    return missing(other, last);
                }
                add(column, field.negative(coefficient));
            }
            if (birth != NO_BIRTH) {
                throw new IllegalStateException("boundary number " + death + " vanished before its class was reached");
            }
            return null;
        }

        private Column missing(int other, long last) throws InterruptedException {
            if (other == LongIntMap.ABSENT) {
                throw new IllegalStateException("simplex " + last + " of dimension " + (size - 1)
                        + " ends a cycle but its own class has no death");
            }
            Terms ending = new Terms();
            pairs.ending(other, ending);
            return new Column(other, last, ending);
        }

        /** Adds the multiple of a cofacet's boundary that takes its last simplex out. */
        private void push(long cofacet, long last, int diameter, int coefficient) throws InterruptedException {
            int factor = field.times(field.negative(coefficient), facets.sign(cofacet, last, field));
            bounding.add(cofacet, diameter, factor);
            addBoundary(cofacet, factor);
        }

        private void addBoundary(long simplex, int factor) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while looking for a cycle of dimension " + (size - 1));
            }
            facets.of(simplex);
            while (facets.next()) {
                int coefficient = facets.isNegative() ? field.negative(factor) : factor;
                rest.add(~facets.facet(), ~facets.diameter(), coefficient);
            }
        }

        private void add(Column other, int factor) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while looking for a cycle of dimension " + (size - 1));
            }
            used.merge(other, factor, field::plus);
            for (int term = 0; term < other.cycle.size(); term++) {
                rest.add(
                        ~other.cycle.simplex(term),
                        ~other.cycle.diameter(term),
                        field.times(factor, other.cycle.coefficient(term)));
            }
        }

        /** Keeps the cycle, so that its last coefficient is 1. */
        void finish() {
            order = finished++;
            while (rest.takeFirst()) {
                cycle.add(~rest.simplex(), ~rest.diameter(), rest.coefficient());
            }
            if (cycle.size() > 0) {
                int factor = field.inverse(cycle.coefficient(0));
                cycle.multiply(factor, field);
                bounding.multiply(factor, field);
                used.replaceAll((column, times) -> field.times(factor, times));
            }
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
