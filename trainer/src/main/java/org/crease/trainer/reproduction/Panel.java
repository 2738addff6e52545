package org.crease.trainer.reproduction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.crease.trainer.config.SettingsTree;

/**
 * A panel of a paper: a sweep and what it should give.
 *
 * @param name of its files
 * @param sweep the sweep's configuration
 * @param expectation what it should give
 */
public record Panel(String name, Path sweep, Expectation expectation) {
    private static final String SUFFIX = ".expected.yaml";

    /**
     * The panels in a folder: each file {@code NAME.expected.yaml} with the sweep {@code NAME.sweep.yaml} beside it; by letter,
     * then name.
     *
     * @throws org.crease.trainer.config.ConfigException when an expectation is wrong
     * @throws IllegalArgumentException when a sweep is missing
     */
    public static List<Panel> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(Panel::read)
                    .sorted(Comparator.comparing(
                                    (Panel panel) -> panel.expectation().panel())
                            .thenComparing(Panel::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static Panel read(Path expected) {
        String file = expected.getFileName().toString();
        String name = file.substring(0, file.length() - SUFFIX.length());
        Path sweep = expected.resolveSibling(name + ".sweep.yaml");
        if (!Files.isRegularFile(sweep)) {
            throw new IllegalArgumentException(expected + " has no sweep beside it: there is no " + sweep);
        }
        return new Panel(
                name, sweep, SettingsTree.read(Expectation.class, expected).bind(List.of()));
    }
}
