package org.crease.inspector.api;

import tools.jackson.databind.node.ArrayNode;

/** Numbers in columns of JSON. */
final class Columns {
    private Columns() {}

    /** Adds a number; null for one that JSON cannot write. */
    static void add(ArrayNode column, double value) {
        if (Double.isFinite(value)) {
            column.add(value);
        } else {
            column.addNull();
        }
    }
}
