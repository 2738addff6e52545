package org.crease.benchmarks.training;

import java.util.Locale;

/** The networks that are trained. Python's side knows them by the same names. */
enum Architecture {
    MLP("784-256-128-10", "[{dense: {units: 256}}, {dense: {units: 128}}]"),
    LENET("conv 5x5-20, pool, conv 5x5-50, pool, dense 128, out 10", """
            [{convolution: {filters: 20, kernel: 5}}, pooling, {convolution: {filters: 50, kernel: 5}}, pooling,
             {dense: {units: 128}}]""");

    static final int CLASSES = 10;
    static final int BATCH = 128;
    static final double LEARNING_RATE = 1e-3;

    private final String description;
    private final String layers;

    Architecture(String description, String layers) {
        this.description = description;
        this.layers = layers;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is, for a heading. */
    String description() {
        return description;
    }

    /** Its layers in a configuration. */
    String layers() {
        return layers;
    }
}
