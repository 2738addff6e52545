package org.crease.app.homology;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is built of the file; a picocli mixin. */
final class ComplexOptions {
    @Option(
            names = "--complex",
            paramLabel = "NAME",
            description = "What is built of FILE, see below: rips, sparse-rips, dtm-rips, knn-rips, witness, alpha or"
                    + " cubical (default: rips).")
    private @Nullable String complex;

    @Option(
            names = "--landmarks",
            paramLabel = "N",
            description = "Of rips and witness: build it on N points that are spread out, and say how near others are;"
                    + " fit for as many as the budget allows.")
    private @Nullable String landmarks;

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description = "Of sparse-rips: births and deaths may be too large by a factor of 1 + E.")
    private @Nullable Double epsilon;

    @Option(
            names = "--neighbours",
            paramLabel = "K",
            description = "Of dtm-rips and knn-rips: how many nearest points count.")
    private @Nullable Integer neighbours;

    /** What the user wants. */
    Choice choice() {
        return complex == null && landmarks == null && epsilon == null && neighbours == null
                ? Choice.RIPS
                : Choice.of(complex == null ? Complex.RIPS : Complex.named(complex), landmarks, epsilon, neighbours);
    }
}
