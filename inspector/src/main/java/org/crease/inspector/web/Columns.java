package org.crease.inspector.web;

import tools.jackson.databind.node.ArrayNode;

/** Numbers in columns of JSON. */
public final class Columns {
    private Columns() {}

    /** Adds a number; null for one that JSON cannot write. */
    public static void add(ArrayNode column, double value) {
        if (Double.isFinite(value)) {
            column.add(value);
        } else {
            column.addNull();
        }
    }

    /** Adds numbers. */
    public static void addAll(ArrayNode column, double[] values) {
        for (double value : values) {
            add(column, value);
        }
    }
}
