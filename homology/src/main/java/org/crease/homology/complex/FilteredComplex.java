package org.crease.homology.complex;

import java.util.Arrays;
import java.util.Objects;

/**
 * A simplicial complex whose simplices enter one after another: each has a value, no less than those of its faces.
 * Simplices are numbered from 0 in the order of the filtration: by value, then dimension, then as they were added.
 *
 * <p>Vertices are any ints from 0; values any finite doubles. Instances are immutable. A simplex of k vertices takes about
 * 4k + 40 bytes, and as much again in the builder.
 */
public final class FilteredComplex {
    private final SimplexTable table;
    private final double[] values;
    private final int[] order;
    private final int[] position;
    private final int dimension;

    FilteredComplex(SimplexTable table, double[] values, int[] order, int[] position, int dimension) {
        this.table = table;
        this.values = values;
        this.order = order;
        this.position = position;
        this.dimension = dimension;
    }

    /** Starts a complex without simplices. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects simplices, in any order. */
    public static final class Builder {
        private final SimplexTable table = new SimplexTable();
        private double[] values = new double[16];

        private Builder() {}

        /**
         * Adds a simplex. One that is there with the same value already changes nothing.
         *
         * @param value when it enters, finite
         * @param vertices at least one, all different, not negative, in any order
         * @throws IllegalArgumentException when they are not so, or the simplex is there with another value
         */
        public Builder add(double value, int... vertices) {
            int[] sorted = sorted(vertices);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "simplex " + Arrays.toString(sorted) + " enters at " + value + "; the value must be finite");
            }
            double entry = value + 0.0; // -0 is 0
            int present = table.find(sorted, 0, sorted.length, -1);
            if (present < 0) {
                put(table.add(sorted), entry);
            } else if (values[present] != entry) {
                throw new IllegalArgumentException("simplex " + Arrays.toString(sorted) + " enters at "
                        + values[present] + " and again at " + value + "; it may enter once");
            }
            return this;
        }

        private void put(int simplex, double value) {
            if (simplex == values.length) {
                values = Arrays.copyOf(values, IntStore.grown(simplex));
            }
            values[simplex] = value;
        }

        private static int[] sorted(int[] vertices) {
            int[] sorted = vertices.clone();
            Arrays.sort(sorted);
            if (sorted.length == 0) {
                throw new IllegalArgumentException("simplex without a vertex; it needs at least one");
            }
            if (sorted[0] < 0) {
                throw new IllegalArgumentException("simplex " + Arrays.toString(sorted) + " has the vertex " + sorted[0]
                        + "; vertices must not be negative");
            }
            for (int k = 1; k < sorted.length; k++) {
                if (sorted[k] == sorted[k - 1]) {
                    throw new IllegalArgumentException("simplex " + Arrays.toString(sorted) + " has the vertex "
                            + sorted[k] + " twice; its vertices must differ");
                }
            }
            return sorted;
        }

        /**
         * The complex. The builder may be used further and does not change it.
         *
         * @throws IllegalArgumentException when a face of a simplex is missing or enters after it
         * @throws InterruptedException when the thread is interrupted
         */
        public FilteredComplex build() throws InterruptedException {
            SimplexTable copy = table.copy();
            double[] entries = Arrays.copyOf(values, copy.count());
            int largest = checkFaces(copy, entries);
            return ordered(copy, entries, largest - 1);
        }

        private static int checkFaces(SimplexTable table, double[] values) throws InterruptedException {
            int largest = 0;
            for (int simplex = 0; simplex < table.count(); simplex++) {
                if (simplex % 4096 == 0) {
                    Interruption.check("checking " + table.count() + " simplices");
                }
                int length = table.length(simplex);
                largest = Math.max(largest, length);
                for (int place = 0; length > 1 && place < length; place++) {
                    checkFace(table, values, simplex, place);
                }
            }
            return largest;
        }

        private static void checkFace(SimplexTable table, double[] values, int simplex, int place) {
            int face = table.facet(simplex, place);
            if (face < 0) {
                throw new IllegalArgumentException("simplex " + Arrays.toString(table.vertices(simplex))
                        + " lacks its face " + Arrays.toString(without(table.vertices(simplex), place))
                        + "; every face must be in the complex");
            }
            if (values[face] > values[simplex]) {
                throw new IllegalArgumentException("simplex " + Arrays.toString(table.vertices(simplex)) + " enters at "
                        + values[simplex] + ", its face " + Arrays.toString(table.vertices(face)) + " at "
                        + values[face]
                        + "; no face may enter later");
            }
        }

        private static int[] without(int[] vertices, int place) {
            int[] rest = Arrays.copyOf(vertices, vertices.length - 1);
            System.arraycopy(vertices, place + 1, rest, place, rest.length - place);
            return rest;
        }

        private static FilteredComplex ordered(SimplexTable table, double[] entries, int dimension)
                throws InterruptedException {
            int count = table.count();
            SortedValues sorted = SortedValues.of(entries);
            int[] keys = new int[count];
            Arrays.setAll(keys, table::length);
            int[] byLength = SortedValues.order(keys, dimension + 2);
            int[] ranks = sorted.ranks(entries);
            Arrays.setAll(keys, k -> ranks[byLength[k]]);
            int[] order = SortedValues.order(keys, sorted.count());
            double[] values = new double[count];
            int[] position = new int[count];
            for (int k = 0; k < count; k++) {
                order[k] = byLength[order[k]];
                values[k] = entries[order[k]];
                position[order[k]] = k;
            }
            return new FilteredComplex(table, values, order, position, dimension);
        }
    }

    /** Number of simplices. */
    public int size() {
        return values.length;
    }

    /** The largest dimension of a simplex; -1 when there is none. */
    public int dimension() {
        return dimension;
    }

    /** When a simplex enters. */
    public double value(int simplex) {
        return values[simplex];
    }

    /** The vertices of a simplex, ascending; a copy. */
    public int[] vertices(int simplex) {
        return table.vertices(order[simplex]);
    }

    /** The number of the simplex of these vertices, in any order; -1 when it is not in the complex. */
    public int find(int... vertices) {
        int[] sorted = vertices.clone();
        Arrays.sort(sorted);
        int found = table.find(sorted, 0, sorted.length, -1);
        return found < 0 ? -1 : position[found];
    }

    /** The dimension of a simplex. */
    int dimension(int simplex) {
        return table.length(order[Objects.checkIndex(simplex, order.length)]) - 1;
    }

    /** The facet of a simplex opposite to the vertex at a place. */
    int facet(int simplex, int place) {
        return position[table.facet(order[simplex], place)];
    }
}
