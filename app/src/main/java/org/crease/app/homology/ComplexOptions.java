package org.crease.app.homology;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is built of the file; a picocli mixin. */
final class ComplexOptions {
    @Option(
            names = "--complex",
            paramLabel = "NAME",
            description = "What is built of FILE, see Complexes (default: rips).")
    private @Nullable String complex;

    @Option(
            names = "--landmarks",
            paramLabel = "N",
            description = "Of rips, witness: on N points, spread out; fit: as the budget allows.")
    private @Nullable String landmarks;

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description = "Of sparse-rips: births and deaths up to 1 + E times too large.")
    private @Nullable Double epsilon;

    @Option(
            names = "--neighbours",
            paramLabel = "K",
            description = "Of dtm-rips, knn-rips: how many nearest points count.")
    private @Nullable Integer neighbours;

    /** What the user wants. */
    Choice choice() {
        return complex == null && landmarks == null && epsilon == null && neighbours == null
                ? Choice.RIPS
                : Choice.of(complex == null ? Complex.RIPS : Complex.named(complex), landmarks, epsilon, neighbours);
    }
}
