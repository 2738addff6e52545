package org.crease.trainer.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.crease.probes.ProbeProvider;

/** What the repository ships: configurations, and files made from their records. */
final class Shipped {

    /** Tests run in the directory of their module. */
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final Path CONFIGS = ROOT.resolve("configs");

    private Shipped() {}

    /** Those of trainings: sweeps, and what is expected of them, have forms of their own. */
    static List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIGS)) {
            return files.filter(file -> file.toString().matches(".*(?<!\\.sweep)(?<!\\.expected)\\.yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** The probes on the class path; where there are none, stubs without settings. */
    static List<ProbeProvider<?>> probes() {
        List<ProbeProvider<?>> found = Configs.providers();
        return found.isEmpty()
                ? List.of(
                        new StubProbe.Provider<>("rank", StubProbe.None.class),
                        new StubProbe.Provider<>("topology", StubProbe.None.class))
                : found;
    }

    /** Holds a file against what it must hold; with {@code CREASE_UPDATE=true} in the environment, writes it. */
    static void assertUpToDate(Path file, String expected) throws IOException {
        if ("true".equals(System.getenv("CREASE_UPDATE"))) {
            Files.writeString(file, expected);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s is made from the records of the configuration; make it anew with CREASE_UPDATE=true", file)
                .isEqualTo(expected);
    }
}
