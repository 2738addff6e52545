package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;

/** Reads configurations with stub probes, and their problems as lines. */
final class Reading {

    /** The least that is a configuration. */
    static final String MINIMAL = """
            name: minimal
            task:
              data:
                dataset: {name: mnist}
            network:
              layers:
                - dense: {units: 8}
            training:
              epochs: 1
            """;

    private Reading() {}

    static Config config(String yaml, String... overrides) {
        return Configs.parse(yaml, "x.yaml", Path.of("."), List.of(overrides), StubProbe.ALL);
    }

    static List<String> problems(String yaml, String... overrides) {
        return lines(() -> config(yaml, overrides));
    }

    static List<String> problems(Path file) {
        return lines(() -> Configs.read(file, List.of(), StubProbe.ALL));
    }

    private static List<String> lines(Runnable reading) {
        ConfigException thrown = catchThrowableOfType(ConfigException.class, reading::run);
        return thrown == null
                ? List.of()
                : thrown.problems().stream().map(Problem::toString).toList();
    }

    /** The problems of the minimal configuration with a text replaced. */
    static List<String> problemsWith(String old, String replacement) {
        if (!MINIMAL.contains(old)) {
            throw new IllegalArgumentException("not in the minimal configuration: " + old);
        }
        return problems(MINIMAL.replace(old, replacement));
    }
}
