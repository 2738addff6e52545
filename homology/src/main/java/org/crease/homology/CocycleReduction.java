package org.crease.homology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cocycles of one dimension, of classes whose births and deaths are known: {@link CycleReduction} the other way round. A
 * cochain that is 1 on the birth gets simplices added so that its coboundary vanishes from the smallest diameter up. Where
 * that is not zero on simplices paired in closed form with a facet, that facet is added. Of those left, the first that ended
 * a class is the death of the one wanted, or goes out by the cocycle of that class, which is made when it is met and kept.
 *
 * <p>V. de Silva, D. Morozov, M. Vejdemo-Johansson, <i>Dualities in persistent (co)homology</i>, Inverse Problems 27, 2011.
 */
final class CocycleReduction {
    private final int size; // of the simplices of a cocycle, in points
    private final PrimeField field;
    private final Pairs pairs;
    private final Cofacets cofacets;
    private final Map<Integer, Column> reduced = new HashMap<>(); // by death

    /** Which simplices of one dimension end classes of the dimension below. */
    interface Pairs {
        long NONE = -1;

        /** The facet with which a simplex is paired in closed form, or {@link #NONE}. */
        long facet(long simplex);

        /** The sign of the simplex in the coboundary of the facet last returned. */
        boolean isNegative();

        /** The number of the death that a simplex is, in order, or {@link LongIntMap#ABSENT}. */
        int deathOf(long simplex);

        /** The simplex that gave birth to the class of a death. */
        long birth(int death);

        /** Its diameter. */
        int birthDiameter(int death);

        /** The diameter of the simplex that a death is. */
        int deathDiameter(int death);
    }

    /** For cocycles of a dimension, at least 1. */
    CocycleReduction(int dimension, SimplexIndex index, RipsGraph graph, PrimeField field, Pairs pairs) {
        this.field = field;
        this.pairs = pairs;
        size = dimension + 1;
        cofacets = new Cofacets(graph, index, size);
    }

    /** The cocycle of the class of a death, in order of diameters; all before the death. */
    Terms cocycle(int death) throws InterruptedException {
        Column column = reduced.get(death);
        if (column == null) {
            column = column(death);
            reduce(column);
        }
        return column.cocycle;
    }

    /** The cocycle of a class that does not die. */
    Terms living(long birth, int diameter) throws InterruptedException {
        Column column = new Column(LongIntMap.ABSENT, birth, diameter);
        reduce(column);
        reduced.remove(LongIntMap.ABSENT);
        return column.cocycle;
    }

    private Column column(int death) throws InterruptedException {
        return new Column(death, pairs.birth(death), pairs.birthDiameter(death));
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

    /** The making of one cocycle. */
    private final class Column {
        private final int death;
        private final int last; // diameter up to which the coboundary is looked at
        private final WorkingColumn terms = new WorkingColumn(field);
        private final WorkingColumn rest = new WorkingColumn(field); // coboundary
        private final WorkingColumn held = new WorkingColumn(field); // of one diameter, not paired with a facet
        private Terms cocycle = new Terms();
        private int atDeath = 1; // coboundary

        Column(int death, long birth, int diameter) throws InterruptedException {
            this.death = death;
            last = death == LongIntMap.ABSENT ? Integer.MAX_VALUE : pairs.deathDiameter(death);
            add(birth, diameter, 1);
        }

        /** Goes on until the death is first, or a cocycle is needed that is not there yet. */
        @Nullable
        Column proceed() throws InterruptedException {
            while (true) {
                Terms first = settle();
                int place = firstDeath(first);
                if (place < 0) {
                    requireEnd(first);
                    return null;
                }
                int other = pairs.deathOf(first.simplex(place));
                if (other == death) {
                    atDeath = first.coefficient(place);
                    return null;
                }
                Column column = reduced.get(other);
                if (column == null) {
                    return column(other);
                }
                add(column, field.times(field.negative(first.coefficient(place)), field.inverse(column.atDeath)));
            }
        }

        /** Goes up the diameters to the first where something is left that no facet takes out; copies that. */
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
                    rest.add(held.simplex(), held.diameter(), held.coefficient());
                }
            }
            return left;
        }

        private void pushOrHold() throws InterruptedException {
            long simplex = rest.simplex();
            int diameter = rest.diameter();
            int coefficient = rest.coefficient();
            long facet = pairs.facet(simplex);
            if (facet == Pairs.NONE) {
                held.append(simplex, diameter, coefficient);
            } else {
                rest.add(simplex, diameter, coefficient);
                add(facet, diameter, pairs.isNegative() ? coefficient : field.negative(coefficient));
            }
        }

        private int firstDeath(Terms left) {
            int first = -1;
            for (int term = 0; term < left.size(); term++) {
                int other = pairs.deathOf(left.simplex(term));
                if (other != LongIntMap.ABSENT && (first < 0 || other < pairs.deathOf(left.simplex(first)))) {
                    first = term;
                }
            }
            return first;
        }

        private void requireEnd(Terms left) {
            if (left.size() > 0 || death != LongIntMap.ABSENT) {
                throw new AssertionError("cocycle of dimension " + (size - 1) + " for death " + death
                        + " does not come to a death; " + left.size() + " simplices are left");
            }
        }

        private void add(Column other, int factor) throws InterruptedException {
            for (int term = 0; term < other.cocycle.size(); term++) {
                int coefficient = field.times(factor, other.cocycle.coefficient(term));
                add(other.cocycle.simplex(term), other.cocycle.diameter(term), coefficient);
            }
        }

        private void add(long simplex, int diameter, int factor) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while looking for a cocycle of dimension " + (size - 1));
            }
            terms.append(simplex, diameter, factor);
            cofacets.of(simplex, size, diameter);
            while (cofacets.next()) {
                if (cofacets.diameter() <= last) {
                    int coefficient = cofacets.isNegative() ? field.negative(factor) : factor;
                    rest.add(cofacets.simplex(), cofacets.diameter(), coefficient);
                }
            }
        }

        void finish() {
            terms.restoreOrder();
            cocycle = Terms.of(terms);
        }
    }
}
