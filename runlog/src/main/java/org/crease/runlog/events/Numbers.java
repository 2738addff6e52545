package org.crease.runlog.events;

import java.util.Arrays;

/** Collects a repeated number of a message, packed or one at a time, as doubles. */
final class Numbers {
    private double[] values = new double[4];
    private int size;

    void float64(Wire wire) {
        if (!wire.packed()) {
            add(wire.float64());
            return;
        }
        for (Wire all = wire.message(); all.left() > 0; ) {
            add(all.packedFloat64());
        }
    }

    void float32(Wire wire) {
        if (!wire.packed()) {
            add(wire.float32());
            return;
        }
        for (Wire all = wire.message(); all.left() > 0; ) {
            add(all.packedFloat32());
        }
    }

    void integers(Wire wire) {
        if (!wire.packed()) {
            add((double) wire.integer());
            return;
        }
        for (Wire all = wire.message(); all.left() > 0; ) {
            add((double) all.packedInteger());
        }
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }

    private void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }
}
