package org.crease.app.config;

import java.nio.file.Path;
import java.util.List;
import org.crease.trainer.config.Config;
import org.crease.trainer.config.Configs;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The words that name a configuration, {@code CONFIG --set key=value..}; a picocli mixin. */
public final class ConfigSource {

    @Parameters(paramLabel = "CONFIG", description = "A YAML file.")
    private Path file = Path.of("");

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a setting, for example training.batch-size=64. May be given more than once.")
    private List<String> settings = List.of();

    /** The file as the user named it. */
    public Path file() {
        return file;
    }

    /**
     * Reads the configuration.
     *
     * @throws org.crease.trainer.config.ConfigException with everything that is wrong
     */
    public Config read() {
        return Configs.read(file, settings);
    }
}
